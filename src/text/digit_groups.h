// The reader of numbers in digits, with what it remembers of the text: in
// which order a writer puts the parts around an agency's decimal ra. It reads
// one chain of digit groups at a time. Private to src/text.
#pragma once
#include <array>
#include <optional>

#include "text/tokens.h"

namespace fihris {

inline constexpr size_t kLongestChain = 12;  // groups; longer chains are no numbers anyway

struct Chain {
  std::array<FoldedSpan, kLongestChain> groups{};
  std::array<char16_t, kLongestChain> marks{};  // marks[i] stands after groups[i]
  size_t count = 0;

  [[nodiscard]] uint32_t length(size_t i) const { return groups[i].end - groups[i].begin; }
};

class NumberReader {
 public:
  explicit NumberReader(const View& view) : view_(view) {}

  // Appends the number that begins at `at`, or all groups and marks of a chain
  // that is none; returns the folded offset after what was appended.
  uint32_t append_number(uint32_t at, std::vector<Token>& list);

 private:
  [[nodiscard]] Chain read_chain(uint32_t at) const;
  [[nodiscard]] bool is_grouping_space(const Chain& chain, uint32_t at) const;
  [[nodiscard]] bool groups_thousands(const Chain& chain, size_t count) const;
  [[nodiscard]] bool is_year_like(FoldedSpan group) const;
  [[nodiscard]] bool is_decimal_mark(const Chain& chain, size_t before) const;
  [[nodiscard]] bool prefers_grouping(const Chain& chain) const;
  [[nodiscard]] double read_groups(const Chain& chain, size_t count) const;
  [[nodiscard]] std::optional<Token> read_number(const Chain& chain);
  [[nodiscard]] std::optional<Token> read_with_ra(const Chain& chain, Token token);
  [[nodiscard]] bool puts_fraction_first(const Chain& chain);
  [[nodiscard]] bool text_puts_fraction_first();
  uint32_t append_apart(const Chain& chain, std::vector<Token>& list);

  const View& view_;
  bool order_known_ = false;
  bool fraction_first_ = false;
};

}  // namespace fihris
