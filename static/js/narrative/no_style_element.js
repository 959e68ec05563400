// Trix writes its stylesheet into the head as it loads, which the content security policy forbids and reports.
// Its few rules stand in narrative.css; what it would insert is let go here, until `allow` is called.
const isStyle = (node) => node instanceof HTMLStyleElement;

document.head.insertBefore = function insertBefore(node, before) {
  return isStyle(node) ? node : Node.prototype.insertBefore.call(this, node, before);
};

export function allow() {
  delete document.head.insertBefore;
}
