// ConvNetJS under node: its own layers and trainer. It has no single sigmoid output: two classes
// go through its softmax, and its layers carry biases.
const convnetjs = require("convnetjs");

function microsecondsAStep(count) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 4, out_sy: 4, out_depth: 1 },
    { type: "conv", sx: 3, filters: 1, stride: 1, pad: 0, activation: "sigmoid" },
    { type: "softmax", num_classes: 2 },
  ]);
  const trainer = new convnetjs.SGDTrainer(net, {
    learning_rate: 0.1, momentum: 0, batch_size: count, l2_decay: 0,
  });
  const images = [];
  for (let n = 0; n < count; n++) {
    const image = new convnetjs.Vol(4, 4, 1, 0);
    for (let p = 0; p < 16; p++) image.w[p] = Math.random();
    images.push(image);
  }
  const steps = Math.max(50, Math.floor(20000 / count));
  const losses = new Float64Array(steps);
  let shortest = Infinity;
  for (let repeat = 0; repeat < 10; repeat++) {
    const start = process.hrtime.bigint();
    for (let step = 0; step < steps; step++) {
      let loss = 0;
      for (let n = 0; n < count; n++) loss += trainer.train(images[n], n % 2).loss;
      losses[step] = loss / count;
    }
    shortest = Math.min(shortest, Number(process.hrtime.bigint() - start) / 1000 / steps);
  }
  return shortest;
}

const results = {};
for (const count of [16, 256]) results[`convnetjs_us_n${count}`] = microsecondsAStep(count);
process.stdout.write(JSON.stringify(results));
