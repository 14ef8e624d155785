"use strict";
// What is shown: what is asked for comes from the address, a field, a scanner or a camera; the answer in big words.

const LANGUAGE = "kesco-check-language";
const OLD_LIST_DAYS = 3;
const DAY_MILLISECONDS = 24 * 3600 * 1000;
const INDIA_MILLISECONDS = 5.5 * 3600 * 1000;
const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;
const FELL = ["reversed", "returned", "paid_back"];
const BELIEVED = ["genuine", "duplicate", "reversed"];
const at = (id) => document.getElementById(id);
const serverKey = bytesOf(document.querySelector("meta[name=server-key]").content);

let list = null;
let provesIt = false;
let asked = "";
let turn = 0;

function fill(slot, text) {
  for (const one of document.querySelectorAll(`[data-slot="${slot}"]`)) one.textContent = text;
}

function choose(name, value) {
  for (const one of document.querySelectorAll(`[data-${name}]`)) one.hidden = one.dataset[name] !== value;
}

function speak(language) {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch (error) {
    return; // not allowed to keep anything: it is asked again next time
  }
}

function languageKept() {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch (error) {
    return null;
  }
}

function rupees(paise) {
  const whole = new Intl.NumberFormat("en-IN").format(BigInt(paise) / 100n);
  return `₹ ${whole}.${String(BigInt(paise) % 100n).padStart(2, "0")}`;
}

function dayText(iso) {
  return iso.split("-").reverse().join("-");
}

// As receipts print it: 23-11-2026 11:42:07, by India's clock wherever the phone is.
function momentText(milliseconds, hasSeconds) {
  const [day, time] = new Date(milliseconds + INDIA_MILLISECONDS).toISOString().split("T");
  return `${dayText(day)} ${time.slice(0, hasSeconds ? 8 : 5)}`;
}

function showFacts(says) {
  at("facts").hidden = !says;
  if (!says) return;
  fill("amount", rupees(says.paise));
  fill("account", says.accountNo);
  at("suspense").hidden = says.accountNo !== "";
  fill("receipt", says.receiptNo);
  fill("taken", says.day ? dayText(says.day) : momentText(says.takenSeconds * 1000, true));
  at("counter-fact").hidden = !says.counterId;
  fill("counter", says.counterId || "");
  fill("code", `${says.checkCode.slice(0, 4)}-${says.checkCode.slice(4)}`);
}

// The centre's word is newer than this phone's: what fell since is not left standing under a green band.
function showWord(told) {
  at("centre").hidden = told === null;
  if (told === null) return;
  if (FELL.includes(told.word)) choose("verdict", "fell");
  choose("centre", told.word);
  if (told.returnedPaise) fill("returned", rupees(told.returnedPaise));
}

function showBefore(judged) {
  const isCounted = BELIEVED.includes(judged.verdict) && judged.head;
  const before = isCounted ? noteSeen(judged.head, Date.now()) : null;
  at("before").hidden = before === null;
  if (before === null) return;
  fill("before", momentText(before.last, false));
  fill("times", String(before.times));
}

function show(judged) {
  at("result").hidden = false;
  choose("verdict", judged.verdict);
  choose("why", judged.why || "");
  fill("copy", judged.says ? judged.says.copyNo : "");
  fill("on", judged.on ? dayText(judged.on) : "");
  at("by-centre").hidden = !judged.isByCentre;
  showBefore(judged);
  showFacts(judged.says);
  for (const one of ["compare", "differs"]) at(one).hidden = judged.verdict === "unknown_key";
  showWord(judged.word || null);
}

function showList() {
  const days = list === null ? 0 : Math.floor((Date.now() - list.atUs / 1000) / DAY_MILLISECONDS);
  at("as-of").hidden = list === null;
  at("list-old").hidden = days < OLD_LIST_DAYS;
  fill("days", String(days));
  if (list !== null) fill("as-of", momentText(list.atUs / 1000, false));
}

async function verdictOn(text) {
  const code = plainFigures(text).toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (CODE.test(code)) return judgedByCode(code, serverKey, provesIt);
  if (provesIt) {
    const judged = await judge(text, list);
    return list === null && judged.verdict === "unknown_key" ? { verdict: "no_list" } : judged;
  }
  const figures = /[0-9]+$/.exec(plainFigures(text.replace(SPACE, "")));
  return figures && figures[0].length >= LEAST_DIGITS ? judgedThere(figures[0]) : { verdict: "unreadable" };
}

// Judges and shows; then asks the centre for its newest word. A later question makes this one's answers unwanted.
async function check(text, isAgain) {
  turn += 1;
  const mine = turn;
  asked = text;
  const judged = await verdictOn(text);
  if (mine !== turn) return;
  show(judged);
  if (!isAgain) at("result").focus();
  if (!judged.says || judged.word || !["genuine", "duplicate"].includes(judged.verdict)) return;
  showWord({ word: "asking" });
  const word = await newestWord(serverKey, provesIt, judged.says);
  if (mine === turn) showWord(word);
}

async function takeList(text, told) {
  const payload = told || (text ? await openAnswer(serverKey, text) : null);
  if (payload === null) return false;
  list = await readyList(payload);
  showList();
  return true;
}

// The kept list first, so that nothing waits for a network; then a newer one, and the same question by that.
async function refreshList() {
  const fresh = await freshList(serverKey, list ? list.version : "", list ? list.atUs : 0);
  at("list-forged").hidden = !fresh.isForged;
  if (fresh.told !== null) {
    await takeList(fresh.text, fresh.told);
    await keepAnswer(fresh.text);
    if (asked) await check(asked, true);
  } else if (fresh.stillAtUs) {
    list.atUs = fresh.stillAtUs;
    showList();
  }
  at("list-none").hidden = list !== null;
  await tellReady();
}

async function tellReady() {
  if (list === null || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.ready;
  at("offline-ready").hidden = false;
}

function checkAddress() {
  const text = location.hash.slice(1);
  if (text) check(text, false);
}

function checkTyped(event) {
  event.preventDefault();
  const text = at("typed").value;
  at("typed").value = "";
  complain("");
  check(text, false).then(focusField);
}

function complain(id) {
  for (const one of ["camera-refused", "picture-empty"]) at(one).hidden = one !== id;
}

// A scanner types like a keyboard, so the field waits for it; on a phone that would bring its keyboard up instead.
function focusField() {
  if (matchMedia("(pointer: fine)").matches) at("typed").focus();
}

async function offerSight() {
  const finder = await codeFinder();
  at("seeing").hidden = finder === null;
  at("point").hidden = finder !== null;
  if (finder === null) return;
  at("camera").hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  const camera = new Camera(finder, at("video"));
  at("camera").addEventListener("click", () => lookThrough(camera));
  at("stop").addEventListener("click", () => camera.stop());
  document.addEventListener("visibilitychange", () => { if (document.hidden) camera.stop(); });
  at("picture").addEventListener("change", () => lookAt(finder));
}

async function lookThrough(camera) {
  complain("");
  at("finder").hidden = false;
  try {
    const text = await camera.look();
    if (text !== null) await check(text, false);
  } catch (error) {
    complain("camera-refused");
  } finally {
    at("finder").hidden = true;
  }
}

async function lookAt(finder) {
  const [file] = at("picture").files;
  at("picture").value = "";
  if (!file) return;
  complain("");
  const text = await lookAtPicture(finder, file);
  if (text === null) complain("picture-empty");
  else await check(text, false);
}

async function begin() {
  speak(languageKept() || (navigator.language.startsWith("hi") ? "hi" : "en"));
  at("language").addEventListener("click", () => speak(document.documentElement.lang === "hi" ? "en" : "hi"));
  at("ask-form").addEventListener("submit", checkTyped);
  window.addEventListener("hashchange", checkAddress);
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("worker.js");
  focusField();
  provesIt = await canProve(serverKey);
  if (provesIt) await takeList(await keptAnswer(), null);
  checkAddress();
  await offerSight();
  if (provesIt) await refreshList();
}

begin();
