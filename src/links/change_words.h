// The words of change (src/data/change_verbs.tsv) and what the word before a
// figure says of its part in a change (change_links.tsv). One word at a time;
// changes.cpp joins them.
#pragma once
#include <optional>

#include "links/clauses.h"

namespace fihris {

enum class ChangePart : uint8_t { verb, acts, noun };
enum class ChangeStrength : uint8_t { sure, motion, linked };
enum class ChangeRole : uint8_t { none, from, to, by, worth, against, than, bound, reached };

struct ChangeWord {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  Span span;  // without proclitics
  Direction direction = Direction::change;
  ChangePart part = ChangePart::verb;
  ChangeStrength strength = ChangeStrength::sure;
  char16_t conjunction = 0;
  char16_t preposition = 0;
  bool article = false;
};

// A verb or noun of change at a token; none inside figures, names and hedges,
// or where the verb is denied.
[[nodiscard]] std::optional<ChangeWord> find_change_word(const Clauses& c, uint32_t token);

[[nodiscard]] ChangeRole read_change_role(const Clauses& c, const Figure& figure);

// A word says its part ("by a share of"), not a glued letter alone.
[[nodiscard]] bool is_link_word(const Clauses& c, const Figure& figure);

// Rise or fall, from the two amounts; `change` where they do not tell.
[[nodiscard]] Direction direction_between(const Analysis& analysis, const Change& change);

}  // namespace fihris
