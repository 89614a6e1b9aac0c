// Speech: words read out by a voice that lives on this device, so that nothing is sent to anybody.

const WAIT_MS = 1000;

/** Return the voice to read a language with: one on this device, the device's own choice first; null if it has none. */
export function voiceFor(voices, language) {
  const [plain] = language.toLowerCase().split("-");
  const fitting = voices.filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === plain);
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** Return { turn, say, hush } with a voice for a language, once the browser knows its voices; null where there is none. */
export async function speech(language) {
  const { speechSynthesis } = globalThis;
  if (!speechSynthesis) {
    return null;
  }
  const voice = voiceFor(await voicesOf(speechSynthesis), language);
  if (!voice) {
    return null;
  }
  let on = false;
  return {
    turn(value) {
      on = value;
      speechSynthesis.cancel();
    },
    hush() {
      speechSynthesis.cancel();
    },
    say(text) {
      if (on && text) {
        const words = new SpeechSynthesisUtterance(text);
        words.voice = voice;
        words.lang = voice.lang;
        speechSynthesis.cancel(); // what is late helps nobody
        speechSynthesis.speak(words);
      }
    },
  };
}

// Some browsers tell their voices a moment after they are first asked.
function voicesOf(speechSynthesis) {
  const found = speechSynthesis.getVoices();
  if (found.length) {
    return Promise.resolve(found);
  }
  return new Promise((done) => {
    const tell = () => done(speechSynthesis.getVoices());
    speechSynthesis.addEventListener?.("voiceschanged", tell, { once: true });
    setTimeout(tell, WAIT_MS);
  });
}
