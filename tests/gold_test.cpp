// Every gold file, every case. With FIHRIS_GOLD_ACCEPT=1 (scripts/dev gold
// --accept) the files are rewritten with what the engine finds now, to be
// reviewed in the diff; never otherwise.
#include "gold.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace {

using fihris::gold::Case;
using fihris::gold::File;

const std::string kFolder = FIHRIS_SOURCE_DIR "/tests/gold";

class GoldFile : public testing::TestWithParam<std::string> {};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

void accept_findings(const File& file) {
  std::vector<std::vector<std::string>> found;
  for (const Case& c : file.cases) found.push_back(find_lines(file, c));
  std::ofstream(file.path) << print_file(file, found);
}

TEST_P(GoldFile, Holds) {
  const File file = fihris::gold::read_file(GetParam());
  ASSERT_EQ(file.error, "") << file.path;
  if (std::getenv("FIHRIS_GOLD_ACCEPT")) {
    accept_findings(file);
    return;
  }
  size_t gaps = 0;
  for (const Case& c : file.cases) {
    const std::string found = joined(find_lines(file, c));
    if (c.known_gap) {
      ++gaps;
      EXPECT_NE(found, joined(c.expected)) << file.path << ":" << c.line << ": this known gap is closed: drop its `!`";
    } else {
      EXPECT_EQ(found, joined(c.expected)) << file.path << ":" << c.line << ": " << c.title << "\n" << c.text;
    }
  }
  if (gaps > 0) std::cout << file.path << ": " << gaps << " known gaps\n";
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  const size_t slash = info.param.rfind('/');
  return info.param.substr(slash + 1, info.param.rfind('.') - slash - 1);
}

INSTANTIATE_TEST_SUITE_P(Gold, GoldFile, testing::ValuesIn(fihris::gold::list_files(kFolder)), test_name);

}  // namespace
