// Tokens, readings and sentences: cases in files, and what must hold of any text.
#include "text/tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "text/cases.h"
#include "text/print.h"
#include "text/utf.h"

namespace fihris {
namespace {

TEST(Tokens, AreCutAsTheCasesSay) { check_cases("tokens.txt", print_tokens); }
TEST(Tokens, HaveTheReadingsOfTheCases) { check_cases("readings.txt", print_readings); }

TEST(Tokens, FallIntoTheSentencesOfTheCases) {
  std::stringstream file(read_case_file("sentences.txt"));
  int cases = 0;
  for (std::string line; std::getline(file, line); ++cases) {
    std::string text;
    for (char& c : line) {
      if (c == '~') c = '\n';  // a line end within a case
      if (c != '|') text += c;
    }
    EXPECT_EQ(print_sentences(text), line);
  }
  EXPECT_GT(cases, 0);
}

// Tokens stand in order, cover everything but white space, and each belongs to
// the sentence that holds it.
void expect_sound(const View& view, const Tokens& tokens) {
  uint32_t at = 0;
  for (const Token& token : tokens.list) {
    for (; at < token.span.begin; ++at) ASSERT_TRUE(view.folded[at] == u' ' || view.folded[at] == u'\n');
    ASSERT_LT(token.span.begin, token.span.end);
    at = token.span.end;
    ASSERT_LT(token.sentence, tokens.sentences.size());
    const FoldedSpan sentence = tokens.sentences[token.sentence];
    ASSERT_TRUE(sentence.begin <= token.span.begin && token.span.end <= sentence.end);
    ASSERT_EQ(token.kind == TokenKind::number, token.value == token.value);
  }
  for (; at < view.folded.size(); ++at) ASSERT_TRUE(view.folded[at] == u' ' || view.folded[at] == u'\n');
  for (size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_EQ(tokens[i].kind == TokenKind::word && tokens[i].span.end - tokens[i].span.begin > 1,
              tokens.readings(i).size() > 0 && tokens[i].span.end - tokens[i].span.begin > 1);
    for (const Reading& reading : tokens.readings(i)) {
      ASSERT_TRUE(tokens[i].span.begin <= reading.name && reading.name <= reading.stem);
      ASSERT_LE(reading.stem, tokens[i].span.end);
    }
  }
}

constexpr std::u16string_view kMixed =
    u"\u0648\u0627\u0644\u0628\u0641\u0643\u0631\u064A 0123456789.,\u060C\u066B'-/:@#+%()\"\u00AB\u00BB\u061F!abIV\n"
    u"\u064E\u0640\u200F\u00BD*_[]";

TEST(Tokens, HoldTogetherOnRandomText) {
  std::mt19937 random(2025);
  for (int round = 0; round < 20000 && !::testing::Test::HasFatalFailure(); ++round) {
    std::u16string text;
    for (size_t i = 0, length = random() % 40; i < length; ++i) text += kMixed[random() % kMixed.size()];
    const View view = make_view(text);
    SCOPED_TRACE(utf16_to_utf8(text));
    expect_sound(view, find_tokens(view));
  }
}

// The same text with marks and controls strewn in: the same tokens, sentences
// and readings at corresponding places.
TEST(Tokens, AreTheSameWithAndWithoutMarks) {
  std::stringstream file(read_case_file("sentences.txt"));
  std::mt19937 random(5);
  for (std::string line; std::getline(file, line);) {
    const std::u16string plain = utf8_to_utf16(line).text;
    std::u16string marked;
    for (const char16_t c : plain) {
      marked += c;
      if (c >= 0x0628 && c <= 0x064A && c != 0x0648 && c != 0x064A && random() % 2 == 0) marked += u'\u064E';
      if (random() % 4 == 0) marked += u'\u200F';
    }
    const View a = make_view(plain);
    const View b = make_view(marked);
    ASSERT_EQ(a.folded, b.folded);
    EXPECT_EQ(a.letters, b.letters);
    const Tokens in_plain = find_tokens(a);
    const Tokens in_marked = find_tokens(b);
    ASSERT_EQ(in_plain.size(), in_marked.size());
    for (size_t i = 0; i < in_plain.size(); ++i) {
      EXPECT_EQ(in_plain[i].span, in_marked[i].span);
      EXPECT_EQ(in_plain[i].sentence, in_marked[i].sentence);
    }
  }
}

TEST(Tokens, TellWhichReadingOfAnAmbiguousDotLost) {
  const View grouped = make_view(u"1.500 \u0634\u062E\u0635");
  const Tokens tokens = find_tokens(grouped);
  EXPECT_EQ(tokens[0].value, 1500);
  EXPECT_EQ(tokens[0].other, 1.5);
  EXPECT_TRUE(tokens[0].grouped);
}

}  // namespace
}  // namespace fihris
