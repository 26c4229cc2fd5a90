// node scripts/sum.mjs (<exit code> <counts file>)…: adds the counts up; prints `N passed, N failed` last.
import { existsSync, readFileSync } from "node:fs";

const total = { passed: 0, failed: 0 };
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  const status = Number(process.argv[i]);
  const file = process.argv[i + 1];
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0 };
  total.passed += counts.passed;
  // A run that failed without a failed test, or ended before it wrote its counts, is one failure.
  total.failed += counts.failed === 0 && (status !== 0 || counts.passed === 0) ? 1 : counts.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
