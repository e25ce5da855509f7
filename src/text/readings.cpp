// Every way to cut proclitics off an Arabic word: a conjunction (waw, fa),
// a preposition (ba, lam, kaf), the article, or lam melted with the article.
#include "text/characters.h"
#include "text/token_scan.h"

namespace fihris {
namespace {

constexpr uint32_t kShortestStem = 2;

struct Cutter {
  std::u16string_view text;
  uint32_t end = 0;
  bool glued = false;
  std::vector<Reading>& readings;

  [[nodiscard]] char16_t at(uint32_t place) const { return place < end ? text[place] : u'\0'; }

  void add(const Reading& reading) {
    const uint32_t left = end - reading.stem;
    if (left >= kShortestStem || (glued && left == 0)) readings.push_back(reading);
  }

  // What may stand before the stem from `place` on, conjunction already cut.
  void cut_from(uint32_t place, char16_t conjunction) {
    const char16_t first = at(place);
    if (first == kAlef && at(place + 1) == kLam) {
      add({.stem = place + 2, .name = place, .conjunction = conjunction, .article = true});
    }
    if (first != kBa && first != kLam && first != kKaf) return;
    add({.stem = place + 1, .name = place + 1, .conjunction = conjunction, .preposition = first});
    if (first == kLam && at(place + 1) == kLam) {
      add({.stem = place + 2,
           .name = place,
           .conjunction = conjunction,
           .preposition = kLam,
           .article = true,
           .melted = true});
    } else if (first != kLam && at(place + 1) == kAlef && at(place + 2) == kLam) {
      add({.stem = place + 3, .name = place + 1, .conjunction = conjunction, .preposition = first, .article = true});
    }
  }
};

}  // namespace

void append_readings(const View& view, FoldedSpan word, bool glued, std::vector<Reading>& readings) {
  readings.push_back({.stem = word.begin, .name = word.begin});
  Cutter cutter{view.folded, word.end, glued, readings};
  cutter.cut_from(word.begin, 0);
  const char16_t first = view.folded[word.begin];
  if (first != kWaw && first != kFa) return;
  cutter.add({.stem = word.begin + 1, .name = word.begin + 1, .conjunction = first});
  cutter.cut_from(word.begin + 1, first);
}

}  // namespace fihris
