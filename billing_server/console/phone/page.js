"use strict";
// What is shown: the secret asked for once, then a passphrase, then question after question until it is locked again.

const IDLE_MILLISECONDS = 5 * 60 * 1000;
const LEAST_PASSPHRASE_CHARACTERS = 10;
const LANGUAGE = "kesco-approval-language";
const at = (id) => document.getElementById(id);
const acts = new Map([...document.querySelectorAll("#acts li")].map((one) => [one.dataset.number, one]));

let secret = null;
let idle = 0;

function show(section) {
  for (const one of ["cannot", "setup", "locked", "ask"]) at(one).hidden = one !== section;
  for (const one of document.querySelectorAll(".bad")) one.hidden = true;
  const first = at(section).querySelector("input:not([value]), textarea");
  if (first) first.focus();
}

function complain(id) {
  for (const one of document.querySelectorAll(".bad")) one.hidden = one.id !== id;
  return false;
}

function lock() {
  secret = null;
  for (const one of document.querySelectorAll("input, textarea")) if (one.id !== "counter" && !one.readOnly) one.value = "";
  unanswer();
  show(isSecretKept() ? "locked" : "setup");
}

function stay() {
  clearTimeout(idle);
  if (secret) idle = setTimeout(lock, IDLE_MILLISECONDS);
}

function unanswer() {
  at("answered").hidden = true;
  at("answer").textContent = "";
}

function speak(language) {
  document.documentElement.lang = language;
  localStorage.setItem(LANGUAGE, language);
}

function rupees(paise) {
  const whole = new Intl.NumberFormat("en-IN").format(Math.floor(paise / 100));
  return `₹ ${whole}.${String(paise % 100).padStart(2, "0")}`;
}

// What is typed so far, said in words: who approves must see it before the answer.
function tell() {
  unanswer();
  const numbers = actsTyped(at("act").value, acts);
  const paise = paiseTyped(at("amount").value);
  at("approves").replaceChildren(...(numbers || []).map((one) => acts.get(one).cloneNode(true)));
  at("approves").hidden = !numbers;
  at("sum").textContent = paise === null ? "" : rupees(paise);
}

async function keep(event) {
  event.preventDefault();
  const typed = await secretTyped(at("secret").value);
  if (typed === null) return complain("secret-wrong");
  const passphrase = at("passphrase").value;
  if (passphrase.length < LEAST_PASSPHRASE_CHARACTERS) return complain("passphrase-short");
  if (passphrase !== at("again").value) return complain("passphrase-differs");
  await keepSecret(typed, passphrase);
  secret = typed;
  for (const one of ["secret", "passphrase", "again"]) at(one).value = "";
  stay();
  return show("ask");
}

async function unlock(event) {
  event.preventDefault();
  const opened = await openSecret(at("unlocking").value);
  at("unlocking").value = "";
  if (opened === null) return complain("unlock-wrong");
  secret = opened;
  stay();
  return show("ask");
}

async function answer(event) {
  event.preventDefault();
  unanswer();
  const counter = at("counter").value.trim().toUpperCase();
  const numbers = actsTyped(at("act").value, acts);
  const paise = paiseTyped(at("amount").value);
  const challenge = challengeTyped(at("challenge").value);
  if (!/^[A-Z0-9-]{1,40}$/.test(counter)) return complain("counter-wrong");
  if (numbers === null) return complain("act-wrong");
  if (paise === null) return complain("amount-wrong");
  if (!challenge) return complain("challenge-wrong");
  complain("");
  at("answer").textContent = spaced(await answerTo(secret, counter, numbers, paise, challenge));
  at("answered").hidden = false;
  at("answer").focus();
  return true;
}

function next() {
  for (const one of ["act", "amount", "challenge"]) at(one).value = "";
  tell();
  at("counter").focus();
}

function forget() {
  if (at("forget").dataset.sure !== "yes") {
    at("forget").dataset.sure = "yes";
    at("forget-sure").hidden = false;
    return;
  }
  at("forget").dataset.sure = "";
  at("forget-sure").hidden = true;
  forgetSecret();
  lock();
}

function begin() {
  const preferred = localStorage.getItem(LANGUAGE) || navigator.language.slice(0, 2);
  speak(preferred === "hi" ? "hi" : "en");
  at("language").addEventListener("click", () => speak(document.documentElement.lang === "hi" ? "en" : "hi"));
  if (!globalThis.crypto || !crypto.subtle) {
    show("cannot");
    return;
  }
  at("setup-form").addEventListener("submit", keep);
  at("unlock-form").addEventListener("submit", unlock);
  at("ask-form").addEventListener("submit", answer);
  at("ask-form").addEventListener("input", tell);
  at("next").addEventListener("click", next);
  at("lock").addEventListener("click", lock);
  at("forget").addEventListener("click", forget);
  document.addEventListener("input", stay);
  lock();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("worker.js");
}

begin();
