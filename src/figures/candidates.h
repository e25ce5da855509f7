// What the readers of figures propose, before they compete. Every reader adds
// candidates freely, overlapping or not; `choose_figures` keeps the longest in
// tokens, then the highest priority, then the earliest, and turns the rest
// away. It judges no context: a reader that is not sure should not propose.
#pragma once
#include <string_view>
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

// Ties between candidates of equal length: the more a reading explains, the higher.
enum class Priority : uint8_t {
  bare,      // a number alone: cardinal, score
  ordinal,   // the third
  counted,   // number and noun
  measured,  // number and unit, currency, percent; ratio
  calendar,  // dates, times, durations, ages
  silent     // no figure at all: phone and article numbers, lists, names
};

struct FigureCandidate {
  Figure figure;      // `span` is filled by the choice, from `folded`
  FoldedSpan folded;  // proclitics left out
  Priority priority = Priority::bare;
};

// A candidate over tokens [first, last) whose first word is cut at `begin`.
[[nodiscard]] FigureCandidate make_candidate(const Words& words, FigureType type, uint32_t begin, uint32_t first,
                                             uint32_t last, Priority priority, std::string_view rule);

// The winners in text order, without overlaps, in source coordinates.
[[nodiscard]] std::vector<Figure> choose_figures(const Words& words, std::vector<FigureCandidate> candidates);

}  // namespace fihris
