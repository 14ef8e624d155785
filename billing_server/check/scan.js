"use strict";
// The camera, or a picture, where the browser finds QR codes by itself; elsewhere the phone's camera app opens the page.

const LOOK_EVERY_MILLISECONDS = 200;
const MOST_LOOKING_MILLISECONDS = 90 * 1000;

async function codeFinder() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await BarcodeDetector.getSupportedFormats();
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}

// The text of a receipt's code among those that were found, else of any; null for none.
function receiptAmong(codes) {
  const texts = codes.map((one) => one.rawValue);
  return texts.find((one) => /[0-9]{200}$/.test(one)) || texts[0] || null;
}

async function lookAtPicture(finder, file) {
  try {
    return receiptAmong(await finder.detect(await createImageBitmap(file)));
  } catch (error) {
    return null; // no picture at all, or one too large for this phone
  }
}

class Camera {
  constructor(finder, video) {
    this.finder = finder;
    this.video = video;
    this.stream = null;
  }

  // The text of the first code seen; null when it was stopped or nothing was seen for long. Throws when refused.
  async look() {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    this.video.srcObject = this.stream;
    const until = Date.now() + MOST_LOOKING_MILLISECONDS;
    try {
      await this.video.play();
      while (this.stream !== null && Date.now() < until) {
        const text = receiptAmong(await this.finder.detect(this.video));
        if (text !== null) return text;
        await new Promise((go) => { setTimeout(go, LOOK_EVERY_MILLISECONDS); });
      }
      return null;
    } catch (error) {
      if (this.stream === null) return null; // stopped while it began
      throw error;
    } finally {
      this.stop();
    }
  }

  stop() {
    if (this.stream) for (const track of this.stream.getTracks()) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }
}
