// A dependency as many still are: CommonJS that asks for a module of Node's.
module.exports = { endOfLine: require('node:os').EOL }
