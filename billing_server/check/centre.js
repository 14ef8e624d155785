"use strict";
// What the centre is asked while there is a network: the list of keys, its newest word on a receipt. Only this server.

const API = "../v1/";
const PATIENCE_MILLISECONDS = 8000;

// The answer's status and text; null when nobody answered in time.
async function ask(path) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE_MILLISECONDS);
  try {
    const answer = await fetch(API + path, { signal: stop.signal, cache: "no-store", credentials: "omit", redirect: "error" });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return null;
  } finally {
    clearTimeout(late);
  }
}

// The payload of an answer: proved where this browser can, else as it came over https; null for none.
async function askFor(path, serverKey, provesIt) {
  const answer = await ask(path);
  if (answer === null) return { status: 0, payload: null };
  if (answer.status !== 200) return { status: answer.status, payload: null };
  try {
    const payload = provesIt ? await openAnswer(serverKey, answer.text) : JSON.parse(answer.text).payload;
    return { status: payload ? 200 : 0, payload };
  } catch (error) {
    return { status: 0, payload: null }; // a sign-in page of the network, or half an answer
  }
}

// {told, text, stillAtUs, isForged}: a list newer than the one of this version and moment, or null; the moment at which
// that version still held, 0 for not known; whether somebody else than the centre answered with a list.
async function freshList(serverKey, version, atUs) {
  const nothing = { told: null, text: "", stillAtUs: 0, isForged: false };
  const answer = await ask(`receipt-keys?version=${encodeURIComponent(version)}`);
  if (answer === null || answer.status !== 200 || !answer.text.startsWith('{"key_id"')) return nothing;
  const told = await openAnswer(serverKey, answer.text);
  if (told === null) return { ...nothing, isForged: true };
  if (told.at_us < atUs) return nothing; // an old answer, played again
  if (told.is_unchanged) return told.version === version ? { ...nothing, stillAtUs: told.at_us } : nothing;
  return { ...nothing, told, text: answer.text };
}

// The centre's newest word on a receipt that was proved here: one name for what is shown.
async function newestWord(serverKey, provesIt, says) {
  const path = `receipts/${says.checkCode}?receipt_no=${encodeURIComponent(says.receiptNo)}`;
  const { payload } = await askFor(path, serverKey, provesIt);
  if (payload === null) return { word: "silent" };
  if (!payload.is_genuine) return { word: "unknown" };
  if (payload.is_reversed) return { word: "reversed" };
  if (payload.returned_paise) return { word: "returned", returnedPaise: payload.returned_paise };
  if (payload.is_paid_back) return { word: "paid_back" };
  return { word: String(payload.amount_paise) === says.paise ? "booked" : "differs" };
}

// The verdict of the centre on figures, for a browser that cannot prove signatures.
async function judgedThere(figures) {
  const { payload } = await askFor(`receipts/proof/${figures}`, null, false);
  if (payload === null) return { verdict: "cannot" };
  const judged = { verdict: payload.verdict, why: payload.why, on: payload.gone_on, isByCentre: true };
  if (!payload.receipt_no) return judged;
  judged.says = {
    counterId: payload.counter_id, receiptNo: payload.receipt_no, accountNo: payload.account_no || "",
    paise: String(payload.amount_paise || 0), takenSeconds: Math.floor((payload.taken_us || 0) / 1000000),
    copyNo: String(payload.copy_no || 0), checkCode: payload.check_code,
  };
  return judged;
}

// What the centre says of a check code alone.
async function judgedByCode(code, serverKey, provesIt) {
  const { status, payload } = await askFor(`receipts/${code}`, serverKey, provesIt);
  if (payload === null) return { verdict: status === 429 ? "code_wait" : "code_offline" };
  if (payload.is_ambiguous) return { verdict: "code_shared" };
  if (!payload.is_genuine) return { verdict: "code_unknown" };
  const word = ["reversed", "returned", "paid_back", "booked"].find((one) => ({
    reversed: payload.is_reversed, returned: payload.returned_paise, paid_back: payload.is_paid_back, booked: true,
  })[one]);
  const says = {
    receiptNo: payload.receipt_no, accountNo: payload.account_no, paise: String(payload.amount_paise), day: payload.business_date,
    checkCode: code,
  };
  return { verdict: "code_known", says, word: { word, returnedPaise: payload.returned_paise || 0 } };
}
