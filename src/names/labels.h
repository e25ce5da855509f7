// The tagger's labels: one token's place in a name of one type (BIOES), in the
// order that lets the lattice run over whole stretches of them. The type WEB is
// left to rules. Labels know nothing of weights.
//
//   0    O    outside          names may end:  O S E
//   1..  S-t  a name alone     names may begin: O S B (the first 25, in one piece)
//   13.. B-t  first of several
//   25.. E-t  last of several
//   37.. I-t  between them
#pragma once
#include <cstddef>
#include <cstdint>

#include "findings.h"

namespace fihris {

inline constexpr size_t kTaggedTypes = 12;  // PERSON..OCC, as in EntityType
inline constexpr size_t kLabels = 1 + 4 * kTaggedTypes;
inline constexpr size_t kEntering = 1 + 2 * kTaggedTypes;

inline constexpr uint8_t kOutside = 0;
inline constexpr uint8_t kSingle = 1;
inline constexpr uint8_t kBegin = 1 + kTaggedTypes;
inline constexpr uint8_t kEnd = 1 + 2 * kTaggedTypes;
inline constexpr uint8_t kInside = 1 + 3 * kTaggedTypes;

// EntityType in the enum's order has WEB last and OCC before it.
static_assert(static_cast<size_t>(EntityType::occ) == kTaggedTypes - 1);

[[nodiscard]] constexpr size_t type_of_label(uint8_t label) { return (label - 1U) % kTaggedTypes; }
[[nodiscard]] constexpr uint8_t make_label(uint8_t place, size_t type) { return static_cast<uint8_t>(place + type); }

// The labels after which a name may not go on: O, S and E, 25 of them.
[[nodiscard]] constexpr uint8_t leaving_label(size_t index) {
  return static_cast<uint8_t>(index < kBegin ? index : index + kTaggedTypes);
}

// Weights between neighbours: [leaving][entering], then per type BI BE II IE.
inline constexpr size_t kInnerBase = kEntering * kEntering;
inline constexpr size_t kTransitions = kInnerBase + 4 * kTaggedTypes;
[[nodiscard]] constexpr size_t inner_transition(size_t type, size_t which) { return kInnerBase + 4 * type + which; }

// Index of the weight between two labels, or kTransitions where none may be.
[[nodiscard]] constexpr size_t transition_between(uint8_t from, uint8_t to) {
  const bool open = (from >= kBegin && from < kEnd) || from >= kInside;
  if (!open) {
    if (to >= kEntering) return kTransitions;
    const size_t row = from < kBegin ? from : from - kTaggedTypes;
    return row * kEntering + to;
  }
  if (to < kEnd || type_of_label(from) != type_of_label(to)) return kTransitions;
  return inner_transition(type_of_label(from), (from >= kInside ? 2U : 0U) + (to >= kInside ? 0U : 1U));
}

}  // namespace fihris
