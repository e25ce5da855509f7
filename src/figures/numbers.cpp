#include "figures/numbers.h"

namespace fihris {

std::optional<Number> read_number(const Words& words, size_t token) {
  const Token& digits = words.tokens[token];
  if (digits.kind != TokenKind::number) return std::nullopt;
  Number out{.first = static_cast<uint32_t>(token), .last = static_cast<uint32_t>(token + 1), .span = digits.span};
  out.value = digits.value;
  out.digits = true;
  return out;
}

}  // namespace fihris
