// Blocks: articles in a case file, and what must hold of any text.
#include "text/blocks.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "text/cases.h"
#include "text/print.h"
#include "text/utf.h"

namespace fihris {
namespace {

// blocks.txt: "== title", the text, "--", the expected blocks.
TEST(Blocks, AreCutAsTheCasesSay) {
  std::stringstream file(read_case_file("blocks.txt"));
  std::string title;
  std::string text;
  std::string expected;
  bool in_text = true;
  int cases = 0;
  const auto check = [&] {
    if (title.empty()) return;
    EXPECT_EQ(print_blocks(text), expected) << title;
    ++cases;
  };
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("== ", 0) == 0) {
      check();
      title = line;
      text.clear();
      expected.clear();
      in_text = true;
    } else if (line == "--") {
      in_text = false;
    } else if (in_text) {
      text += line + '\n';
    } else if (!line.empty()) {
      expected += line + '\n';
    }
  }
  check();
  EXPECT_GT(cases, 5);
}

constexpr std::u16string_view kParts[] = {u"\u0643\u0644\u0645\u0629 ",
                                          u"\u062C\u0645\u0644\u0629 ",
                                          u"\n",
                                          u".",
                                          u"**",
                                          u"(",
                                          u")",
                                          u"[",
                                          u"](",
                                          u"- ",
                                          u"# ",
                                          u"3 ",
                                          u"\u0648\u0643\u0627\u0644\u0627\u062A ",
                                          u"\u062A\u0639\u0644\u064A\u0642 ",
                                          u"\u0627\u0639\u0644\u0627\u0646 ",
                                          u"a.b ",
                                          u"\""};

TEST(Blocks, StandInOrderAndCoverEveryToken) {
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::u16string text;
    for (size_t i = 0, length = random() % 30; i < length; ++i) text += kParts[random() % std::size(kParts)];
    const View view = make_view(text);
    const Tokens tokens = find_tokens(view);
    const std::vector<Block> blocks = find_blocks(view, tokens);
    size_t token = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
      ASSERT_LT(blocks[i].span.begin, blocks[i].span.end);
      ASSERT_TRUE(i == 0 || blocks[i - 1].span.end <= blocks[i].span.begin);
      for (; token < tokens.size() && view.to_source(tokens[token].span).begin < blocks[i].span.end; ++token) {
        ASSERT_GE(view.to_source(tokens[token].span).begin, blocks[i].span.begin);
      }
    }
    ASSERT_EQ(token, tokens.size()) << utf16_to_utf8(text);
  }
}

}  // namespace
}  // namespace fihris
