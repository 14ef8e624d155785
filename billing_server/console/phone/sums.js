"use strict";
// The sums of counter_app/wire/telephone.py, by the browser's own WebCrypto. A test holds both to the same answers.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CONTEXT = "kesco-counter/1 telephone ";
const SECRET_CHARACTERS = 52;
const CHECK_CHARACTERS = 4;
const CODE_CHARACTERS = 8;
const SECRET_BYTES = 32;
const BITS = 5;
const FIELD_POLYNOMIAL = 0b100101;

function westernDigits(text) {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}

function characters(text) {
  const clean = westernDigits(text).toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return [...clean].every((one) => ALPHABET.includes(one)) ? clean : "";
}

function codeOf(bytes, count) {
  let code = "";
  for (let place = 0; place < count * BITS; place += BITS) {
    let value = 0;
    for (let bit = place; bit < place + BITS; bit += 1) {
      value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
    }
    code += ALPHABET[value];
  }
  return code;
}

function doubled(value) {
  const twice = value << 1;
  return twice >> BITS ? twice ^ FIELD_POLYNOMIAL : twice;
}

async function mac(key, lines) {
  const usable = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const text = new TextEncoder().encode(lines.join("\n"));
  return new Uint8Array(await crypto.subtle.sign("HMAC", usable, text));
}

// The 32 bytes of a secret as the console shows it; null for one that was mistyped.
async function secretTyped(text) {
  const typed = characters(text);
  if (typed.length !== SECRET_CHARACTERS + CHECK_CHARACTERS) return null;
  const bytes = new Uint8Array(SECRET_BYTES);
  for (let bit = 0; bit < SECRET_BYTES * 8; bit += 1) {
    const value = ALPHABET.indexOf(typed[Math.floor(bit / BITS)]);
    bytes[bit >> 3] |= ((value >> (BITS - 1 - (bit % BITS))) & 1) << (7 - (bit & 7));
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return codeOf(digest, CHECK_CHARACTERS) === typed.slice(SECRET_CHARACTERS) ? bytes : null;
}

// A challenge as it was heard; empty for one that was misheard.
function challengeTyped(text) {
  const code = characters(text);
  let total = 0;
  for (const one of code) total = doubled(total) ^ ALPHABET.indexOf(one);
  return code.length === CODE_CHARACTERS && total === 0 ? code : "";
}

// Paise of a sum typed in rupees; null for what is no sum.
function paiseTyped(text) {
  const plain = westernDigits(text).trim().replace(/^(₹|rs\.?)\s*/i, "").replace(/,/g, "");
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? Number(found[1]) * 100 + Number((found[2] || "").padEnd(2, "0")) : null;
}

// Act numbers in order; null for none, or one that no act has.
function actsTyped(text, known) {
  const figures = westernDigits(text).replace(/\s/g, "");
  const numbers = [...new Set(figures.match(/.{1,2}/g) || [])].sort();
  return numbers.length && numbers.every((one) => known.has(one)) ? numbers : null;
}

async function answerTo(secret, counter, acts, paise, challenge) {
  const key = await mac(secret, [`${CONTEXT}key`, counter]);
  const lines = [`${CONTEXT}answer`, counter, acts.join(" "), String(paise), challenge];
  return codeOf(await mac(key, lines), CODE_CHARACTERS);
}

function spaced(code) {
  return `${code.slice(0, CODE_CHARACTERS / 2)}-${code.slice(CODE_CHARACTERS / 2)}`;
}
