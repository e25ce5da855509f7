// Relations that hold for every text: the project's own texts as they are,
// with marks added, cut anywhere, and shuffled into nonsense.
#include <gtest/gtest.h>

#include <random>

#include "analysis.h"
#include "corpus.h"
#include "output/json.h"
#include "relations.h"

namespace fihris {
namespace {

const std::vector<Text>& texts() {
  static const std::vector<Text> all = read_texts(FIHRIS_SOURCE_DIR "/tests/texts");
  return all;
}

bool takes_mark(char16_t c) { return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A); }
bool is_mark(char16_t c) { return c >= 0x064B && c <= 0x0652; }

// The text without its marks, then with a fatha on every letter, and where
// each unit of the bare text went.
struct Marked {
  std::u16string bare, marked;
  std::vector<uint32_t> places;
};

Marked mark_letters(std::u16string_view source) {
  Marked out;
  for (const char16_t c : source) {
    if (is_mark(c)) continue;
    out.bare += c;
    out.places.push_back(static_cast<uint32_t>(out.marked.size()));
    out.marked += c;
    if (takes_mark(c)) out.marked += char16_t{0x064E};
  }
  out.places.push_back(static_cast<uint32_t>(out.marked.size()));
  return out;
}

Span moved(Span s, const Marked& m) { return {m.places[s.begin], m.places[s.end]}; }

std::string describe(const Figure& f) {
  return std::string(kFigureTypeNames[static_cast<size_t>(f.type)]) + " " + f.unit + " " + f.timex + " " +
         (f.value ? std::to_string(*f.value) : "-");
}

std::string describe(const Mention& m) { return std::string(kEntityTypeNames[static_cast<size_t>(m.type)]); }

template <typename Finding>
std::vector<std::string> rows(const std::vector<Finding>& findings, const Marked* marked) {
  std::vector<std::string> out;
  for (const Finding& f : findings) {
    const Span s = marked ? moved(f.span, *marked) : f.span;
    out.push_back(std::to_string(s.begin) + "-" + std::to_string(s.end) + " " + describe(f));
  }
  return out;
}

TEST(Warnings, InvisibleCharactersAreToldOnce) {
  const Analysis found = analyse(u"\u0641\u064A \u200F5\u200B \u0643\u0645", {});
  ASSERT_EQ(found.warnings.size(), 1U);
  EXPECT_EQ(found.warnings[0].code, "invisible_characters");
  EXPECT_EQ(found.warnings[0].span->begin, 3U);
  EXPECT_EQ(found.warnings[0].message, "2 invisible characters were read over");
  EXPECT_TRUE(analyse(u"\u0641\u064A 5 \u0643\u0645", {}).warnings.empty());
}

TEST(Properties, RelationsHoldOnEveryText) {
  for (const Text& text : texts()) {
    EXPECT_EQ(find_broken_relation(text.source, analyse(text.source)), "") << text.name;
  }
}

TEST(Properties, MarksChangeNothing) {
  for (const Text& text : texts()) {
    const Marked m = mark_letters(text.source);
    const Analysis bare = analyse(m.bare);
    const Analysis marked = analyse(m.marked);
    EXPECT_EQ(rows(bare.figures, &m), rows(marked.figures, nullptr)) << text.name;
    EXPECT_EQ(rows(bare.mentions, &m), rows(marked.mentions, nullptr)) << text.name;
  }
}

TEST(Properties, SameTextSameBytes) {
  for (const Text& text : texts()) {
    EXPECT_EQ(to_json(analyse(text.source)), to_json(analyse(text.source))) << text.name;
  }
}

TEST(Properties, RelationsHoldWhereverTheTextIsCut) {
  for (const Text& text : texts()) {
    for (size_t end = 0; end < text.source.size(); end += 97) {
      const std::u16string_view cut = std::u16string_view(text.source).substr(end / 2, end - end / 2);
      ASSERT_EQ(find_broken_relation(cut, analyse(cut)), "") << text.name << " cut at " << end;
    }
  }
}

// Words of all texts in any order, with units thrown in that no text has.
TEST(Properties, RelationsHoldOnNonsense) {
  const std::u16string strange = {0x064B, 0x0640, 0x200F, 0x202E, 0xD83D, 0xDE00, 0xDC00, 0xFDFA, 0xFEFB, 0x00A0,
                                  0x0000, 0xFFFF, 0x066B, u'%',   u'-',   u'.',   u'\n',  u'"',   0x060C, 0x0665};
  std::u16string all;
  for (const Text& text : texts()) all += text.source;
  std::mt19937 random(2024);
  for (int round = 0; round < 200; ++round) {
    std::u16string nonsense;
    while (nonsense.size() < 400) {
      nonsense += all.substr(random() % all.size(), random() % 24);
      if (random() % 3 == 0) nonsense += strange[random() % strange.size()];
    }
    ASSERT_EQ(find_broken_relation(nonsense, analyse(nonsense)), "") << "round " << round;
  }
}

TEST(Properties, SmallTexts) {
  for (uint32_t c = 0; c < 0x10000; c += 7) {
    const std::u16string text(1, static_cast<char16_t>(c));
    ASSERT_EQ(find_broken_relation(text, analyse(text)), "") << "U+" << std::hex << c;
  }
  EXPECT_EQ(find_broken_relation(u"", analyse(u"")), "");
}

}  // namespace
}  // namespace fihris
