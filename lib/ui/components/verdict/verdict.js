// The paragraphs of a verdict. A region that is written anew is announced anew, so one that says
// the same is left alone.

export default function (component) {
  const { data: [{ tone, lines }], parentElement } = component;
  const root = parentElement.querySelector(".verdict");
  const told = JSON.stringify(lines);
  root.dataset.tone = tone;
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  root.replaceChildren(
    ...lines.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    }),
  );
}
