"use strict";
// Keeps the secret on this phone, sealed by a passphrase (PBKDF2, AES-GCM); nothing of it leaves the phone.

const SHELF = "kesco-approval";
const ROUNDS = 600000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

function toText(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

function toBytes(text) {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

async function sealingKey(passphrase, salt, rounds) {
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function isSecretKept() {
  return localStorage.getItem(SHELF) !== null;
}

async function keepSecret(secret, passphrase) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await sealingKey(passphrase, salt, ROUNDS);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, secret));
  const kept = { rounds: ROUNDS, salt: toText(salt), iv: toText(iv), sealed: toText(sealed) };
  localStorage.setItem(SHELF, JSON.stringify(kept));
}

// The secret, or null when the passphrase is another.
async function openSecret(passphrase) {
  const kept = JSON.parse(localStorage.getItem(SHELF));
  const key = await sealingKey(passphrase, toBytes(kept.salt), kept.rounds);
  try {
    const how = { name: "AES-GCM", iv: toBytes(kept.iv) };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, toBytes(kept.sealed)));
  } catch (error) {
    if (error.name === "OperationError") return null;
    throw error;
  }
}

function forgetSecret() {
  localStorage.removeItem(SHELF);
}
