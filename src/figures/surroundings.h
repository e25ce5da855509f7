// What stands around a bare number and makes it no figure: labels ("article
// 12"), names it belongs to, list marks, addresses. Small questions about the
// neighbouring tokens, shared by the readers of bare numbers.
#pragma once
#include "figures/amounts.h"

namespace fihris {

// The number names something instead of counting: flight 370, MSI 20, (1), 24/7.
[[nodiscard]] bool is_label(const Words& words, const Amount& amount);

// A word that ranks stands right before: place 16, round 3.
[[nodiscard]] bool follows_rank(const Words& words, uint32_t first);

// The number of a military unit, before an adjective: brigade 14 armoured.
[[nodiscard]] bool names_army_unit(const Words& words, const Amount& amount);

// 24/7, 10:30, 1.2.3: digits that a mark glues to more.
[[nodiscard]] bool is_glued_to_mark(const Words& words, const Amount& amount);

// Nothing else but marks stands on its line.
[[nodiscard]] bool is_alone(const Words& words, uint32_t first, uint32_t last);

// The token is followed by a mark, a line's end or a particle: no noun comes.
[[nodiscard]] bool ends_phrase(const Words& words, uint32_t last);

[[nodiscard]] bool is_mark(const Words& words, uint32_t token, char16_t unit);
[[nodiscard]] bool is_glued(const Words& words, uint32_t token);

}  // namespace fihris
