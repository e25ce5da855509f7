#include "corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "text/utf.h"

namespace fihris {

std::vector<Text> read_texts(const std::string& folder) {
  std::vector<Text> texts;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    texts.push_back({entry.path().stem().string(), utf8_to_utf16(bytes).text});
  }
  if (texts.empty()) {
    std::fprintf(stderr, "no texts in %s\n", folder.c_str());
    std::abort();
  }
  std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.name < b.name; });
  return texts;
}

}  // namespace fihris
