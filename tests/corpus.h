// The project's own texts (tests/texts) for the property tests, the benchmarks
// and nothing else. They were written for these tests. A missing folder is an
// error, not an empty list.
#pragma once
#include <string>
#include <vector>

namespace fihris {

struct Text {
  std::string name;
  std::u16string source;
};

[[nodiscard]] std::vector<Text> read_texts(const std::string& folder);

}  // namespace fihris
