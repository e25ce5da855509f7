// The definite noun phrase that begins at a token ("the value of exports", a
// name, "the ministry's figures"): as far as it surely reaches. It stops at
// prepositions, verbs of figures, figures and marks, and answers nothing where
// the phrase is not definite. It judges no grammar beyond that.
#pragma once
#include <optional>

#include "links/clauses.h"

namespace fihris {

struct Phrase {
  TokenStretch tokens;
  Span span;
  std::optional<uint32_t> mention;  // the last name in it
};

[[nodiscard]] std::optional<Phrase> read_phrase(const Clauses& c, uint32_t token, uint32_t limit);

}  // namespace fihris
