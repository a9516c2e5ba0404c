// After `npm ci`, in JavaScript that every Node reads: whoever has too old a one hears of it before anything else fails.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}. The project needs 22.18 or newer: https://nodejs.org/en/download`,
  )
  process.exitCode = 1
}
