// What the programs that compile src/data have in common: how a table's line is
// cut, and how one is refused. Build-time only; the engine reads no tables.
#pragma once
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace fihris {

[[noreturn]] inline void fail(const std::string& path, int line, const std::string& message) {
  std::cerr << path << ':' << line << ": " << message << '\n';
  std::exit(1);
}

// An empty part at the end counts: a row that ends in a tab has one more cell.
[[nodiscard]] inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  if (!text.empty() && text.back() == separator) parts.emplace_back();
  return parts;
}

}  // namespace fihris
