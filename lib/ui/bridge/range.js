// @ts-check
// What range.css cannot know: how far along a slider its thumb is.

/** Paint a slider's track up to its thumb. @param {HTMLInputElement} range */
function paintTrack(range) {
  const low = Number(range.min);
  const part = (Number(range.value) - low) / (Number(range.max) - low || 1);
  range.style.setProperty("--part", String(part));
}
