"use strict";
// Unpacks the proof in a receipt's QR code, as counter_app/wire/receipt_proof.py packs it (decision 0032).

const VERSION = 1;
const KEY_BYTES_TOLD = 5;
const HEAD_BYTES_TOLD = 8;
const LEAST_DIGITS = 200;
const MOST_PROOF_BYTES = 512;
const MOST_TYPED_CHARACTERS = 4000;
const CRC_BYTES = 4;
const SECONDS_BYTES = 4;
const SIGNATURE_BYTES = 64;
const MARK = 1;
const MOST_BITS = 63;
const SERIAL_DIGITS = 6;
const ACCOUNT = { none: 0, number: 1 };
const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SPACE = /(?!\ufeff)[\s\x1c-\x1f\x85]/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

// Thrown with the verdict that it means.
class ProofFlaw extends Error {
  constructor(verdict) {
    super(verdict);
    this.verdict = verdict;
  }
}

// Figures of any script as ours: each script's ten stand in a row, zero first.
function plainFigures(text) {
  return text.replace(/\p{Nd}/gu, (figure) => {
    const place = figure.codePointAt(0);
    if (place >= 0x1d7ce && place <= 0x1d7ff) return String((place - 0x1d7ce) % 10);
    let zero = place;
    while (place - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(place - zero);
  });
}

// The proof in what was scanned, typed or stands in the address, whatever is before its number.
function proofOfText(text) {
  if ([...text].length > MOST_TYPED_CHARACTERS) throw new ProofFlaw("unreadable");
  const [digits] = /[0-9]*$/.exec(plainFigures(text.replace(SPACE, "")));
  if (digits.length < LEAST_DIGITS) throw new ProofFlaw("unreadable");
  let hex = BigInt(digits).toString(16);
  if (hex.length % 2) hex = `0${hex}`;
  const raw = Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  if (digits[0] === "0" || raw[0] !== MARK || raw.length > MOST_PROOF_BYTES) throw new ProofFlaw("altered");
  return raw.subarray(1);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = CRC_TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

class ProofReader {
  constructor(raw, place) {
    this.raw = raw;
    this.place = place;
  }

  take(count) {
    const taken = this.raw.subarray(this.place, this.place + count);
    this.place += count;
    if (taken.length !== count) throw new ProofFlaw("altered");
    return taken;
  }

  number() {
    let value = 0n;
    let shift = 0;
    for (;;) {
      const [byte] = this.take(1);
      value |= BigInt(byte & 0x7f) << BigInt(shift);
      shift += 7;
      if (!(byte & 0x80)) return value;
      if (shift > MOST_BITS) throw new ProofFlaw("altered");
    }
  }

  text() {
    const count = this.number();
    if (count > BigInt(this.raw.length)) throw new ProofFlaw("altered");
    try {
      const told = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(Number(count)));
      return told.replace(UNSEEN, "\ufffd");
    } catch (error) {
      if (error instanceof TypeError) throw new ProofFlaw("altered");
      throw error;
    }
  }

  account() {
    const [kind] = this.take(1);
    if (kind === ACCOUNT.none) return "";
    return kind === ACCOUNT.number ? String(this.number()) : this.text();
  }

  end() {
    if (this.place !== this.raw.length) throw new ProofFlaw("altered");
  }
}

function bigEndian(bytes) {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function checkCode(head) {
  let number = 0n;
  for (const byte of head.subarray(0, 5)) number = (number << 8n) | BigInt(byte);
  return [35n, 30n, 25n, 20n, 15n, 10n, 5n, 0n].map((place) => CODE_ALPHABET[Number((number >> place) & 31n)]).join("");
}

function receiptNo(series, year, serial) {
  if (serial < 1n) throw new ProofFlaw("altered");
  const two = (one) => String(one % 100n).padStart(2, "0");
  return `${series}/${two(year)}${two(year + 1n)}/${String(serial).padStart(SERIAL_DIGITS, "0")}`;
}

// What it says, which key is said to have signed it, and what was signed; nothing is believed yet.
function readProof(proof) {
  const whole = proof.subarray(0, Math.max(0, proof.length - CRC_BYTES));
  const crc = proof.subarray(whole.length);
  if (whole.length <= SIGNATURE_BYTES || crc32(whole) !== bigEndian(crc)) throw new ProofFlaw("altered");
  const signed = whole.subarray(0, whole.length - SIGNATURE_BYTES);
  const signature = whole.subarray(signed.length);
  if (signed[0] !== VERSION) throw new ProofFlaw("too_new");
  const reader = new ProofReader(signed, 1);
  const key = reader.take(KEY_BYTES_TOLD);
  const counterId = reader.text();
  const series = reader.text() || counterId;
  const year = reader.number();
  const serial = reader.number();
  const accountNo = reader.account();
  const paise = reader.number();
  const takenSeconds = bigEndian(reader.take(SECONDS_BYTES));
  const head = reader.take(HEAD_BYTES_TOLD);
  const copyNo = reader.number();
  reader.end();
  const says = {
    counterId, receiptNo: receiptNo(series, year, serial), accountNo, paise: String(paise), takenSeconds,
    copyNo: String(copyNo), checkCode: checkCode(head),
  };
  return { says, key, head, signed, signature };
}
