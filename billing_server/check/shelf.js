"use strict";
// What this phone keeps: the signed list of keys as it came, and when which receipt was checked here. Nothing is sent.

const LIST_SHELF = "kesco-check-list";
const LIST_PLACE = "list";
const SEEN = "kesco-check-seen";
const MOST_SEEN = 500;
const SAME_LOOK_MILLISECONDS = 60 * 1000;

async function keptAnswer() {
  try {
    const kept = await (await caches.open(LIST_SHELF)).match(LIST_PLACE);
    return kept ? await kept.text() : "";
  } catch (error) {
    return "";
  }
}

// Kept where there is room; else the page works on, and fetches the list anew when it is opened again.
async function keepAnswer(text) {
  try {
    await (await caches.open(LIST_SHELF)).put(LIST_PLACE, new Response(text));
    return true;
  } catch (error) {
    return false;
  }
}

function seenHere() {
  try {
    return JSON.parse(localStorage.getItem(SEEN)) || {};
  } catch (error) {
    return {};
  }
}

// Notes that this receipt was checked now; when it was last, and how often with this time. A look again at once is none.
function noteSeen(head, nowMs) {
  const seen = seenHere();
  const before = seen[head] || null;
  const isSameLook = before !== null && nowMs - before.last < SAME_LOOK_MILLISECONDS;
  const times = before === null ? 1 : before.times + (isSameLook ? 0 : 1);
  const told = isSameLook ? before.told || null : before && { last: before.last, times };
  seen[head] = { last: isSameLook ? before.last : nowMs, times, told };
  const newest = Object.entries(seen).sort((one, other) => other[1].last - one[1].last).slice(0, MOST_SEEN);
  try {
    localStorage.setItem(SEEN, JSON.stringify(Object.fromEntries(newest)));
  } catch (error) {
    return told; // full, or not allowed: nothing is remembered, and nothing else depends on it
  }
  return told;
}
