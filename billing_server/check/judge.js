"use strict";
// Keys, signatures and the verdict: counter_app/wire/receipt_keys.py again; shared vectors hold both to the same words.

const ANSWER_CONTEXT = "kesco-counter/1 answer\n";
const RECEIPT_CONTEXT = "kesco-counter/1 receipt\n";
const SIGNED_ANSWER = /^\{"key_id":"[A-Z2-7]{12}","payload":(\{.*\}),"signature":"([A-Za-z0-9_-]{86})"\}$/s;
const MICROSECONDS = 1000000;

function bytesOf(base64url) {
  return Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
}

function textOf(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function publicKey(raw) {
  return crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
}

// Whether this browser can prove signatures at all: only over https (or on this computer), and not the old ones.
async function canProve(raw) {
  try {
    await publicKey(raw);
    return true;
  } catch (error) {
    return false;
  }
}

async function isSigned(raw, context, said, signature) {
  const before = new TextEncoder().encode(context);
  const all = new Uint8Array(before.length + said.length);
  all.set(before);
  all.set(said, before.length);
  return crypto.subtle.verify({ name: "Ed25519" }, await publicKey(raw), signature, all);
}

// The payload of a signed answer of the centre whose key this is; null for anything else.
async function openAnswer(serverKey, text) {
  const parts = SIGNED_ANSWER.exec(text);
  if (!parts) return null;
  const payload = new TextEncoder().encode(parts[1]);
  const isOurs = await isSigned(serverKey, ANSWER_CONTEXT, payload, bytesOf(parts[2]));
  return isOurs ? JSON.parse(parts[1]) : null;
}

// A told list made ready for looking things up: keys by how their hash begins, payments gone by their head.
async function readyList(told) {
  const keys = new Map();
  for (const [text, counterId, , revokedUs] of told.keys) {
    const raw = bytesOf(text);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
    const name = textOf(hash.subarray(0, KEY_BYTES_TOLD));
    keys.set(name, [...(keys.get(name) ?? []), { raw, counterId, revokedUs }]);
  }
  const gone = new Map();
  for (const [head, why, on] of told.gone) if (!gone.has(head)) gone.set(head, { why, on });
  return { atUs: told.at_us, version: told.version, keys, gone };
}

// {verdict, says, head, why, on}: what stands in the receipt only where something of it may be believed.
async function judge(text, list) {
  let read;
  try {
    read = readProof(proofOfText(text));
  } catch (error) {
    if (error instanceof ProofFlaw) return { verdict: error.verdict };
    throw error;
  }
  const { says } = read;
  const head = textOf(read.head);
  const named = list ? (list.keys.get(textOf(read.key)) ?? []) : [];
  const standing = named.filter(({ revokedUs }) => !(revokedUs > 0 && revokedUs <= says.takenSeconds * MICROSECONDS));
  if (!standing.length) return { verdict: "unknown_key", says, head };
  const own = standing.filter(({ counterId }) => counterId === says.counterId);
  const signed = await Promise.all(own.map((key) => isSigned(key.raw, RECEIPT_CONTEXT, read.signed, read.signature)));
  if (!signed.includes(true)) return { verdict: "altered" };
  const gone = list.gone.get(head);
  if (gone) return { verdict: "reversed", says, head, ...gone };
  return { verdict: says.copyNo === "0" ? "genuine" : "duplicate", says, head };
}
