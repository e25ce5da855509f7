#include "links/quotation_marks.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"

namespace fihris {
namespace {

constexpr std::u16string_view kOpening = u"\u00AB\u201C\u201E\u201F";
constexpr std::u16string_view kClosing = u"\u00BB\u201D\u2033";
constexpr size_t kDeepest = 8;       // marks nested deeper than any text means
constexpr uint32_t kLongest = 500;   // tokens; longer, somebody forgot to close
constexpr uint32_t kLongInner = 12;  // words; an inner quotation this long is no title inside another
constexpr uint32_t kMostLines = 12;  // a quotation of more paragraphs was not closed

enum class Role : uint8_t { none, open, close };

struct OpenMark {
  uint32_t token = 0;
  uint32_t line = 0;
  bool has_long_inner = false;
};

class Pairing {
 public:
  Pairing(const View& view, const Tokens& tokens) : view_(view), tokens_(tokens) {}

  std::vector<Quotation> run() {
    measure();
    const auto size = static_cast<uint32_t>(tokens_.size());
    for (uint32_t i = 0; i < size; ++i) {
      if (tokens_[i].line_start) ++line_;
      const Role role = role_of(i);
      if (role == Role::open && open_.size() < kDeepest) open_.push_back({i, line_});
      if (role == Role::open && open_.size() == kDeepest) give_up_first();
      if (role == Role::close && !open_.empty()) close(i);
    }
    while (!open_.empty()) give_up_first();
    return outermost();
  }

 private:
  [[nodiscard]] char16_t mark(uint32_t i) const {
    return tokens_[i].kind == TokenKind::word ? u'\0' : view_.folded[tokens_[i].span.begin];
  }
  [[nodiscard]] bool is_glued(uint32_t i) const {
    return i < tokens_.size() && !tokens_[i].space_before && !tokens_[i].line_start;
  }
  // A proclitic written before the mark: w"...", b"...".
  [[nodiscard]] bool is_stub(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::word || is_glued(i)) return false;
    const std::u16string_view word = view_.text(tokens_[i].span);
    if (word.size() == 1) return true;
    const bool joined = word.size() == 2 && (word[0] == kWaw || word[0] == kFa);
    return joined && (word[1] == kBa || word[1] == kLam || word[1] == kKaf);
  }

  [[nodiscard]] Role role_of(uint32_t i) const {
    const char16_t c = mark(i);
    if (!is_quotation_mark(c)) return Role::none;
    if (c == 0x00AB) return Role::open;
    if (c == 0x00BB) return Role::close;
    const bool glued_before = i > 0 && is_glued(i);
    const bool glued_after = is_glued(i + 1);
    const bool stub_before = glued_before && is_stub(i - 1);
    const bool starts = glued_after && (tokens_[i + 1].kind != TokenKind::punctuation || is_opening_mark(mark(i + 1)) ||
                                        is_quotation_mark(mark(i + 1)));
    const bool opener_before = glued_before && (is_opening_mark(mark(i - 1)) || mark(i - 1) == u':');
    const bool can_open = starts && (!glued_before || stub_before || opener_before);
    const bool can_close = glued_before && !stub_before && !opener_before && !starts;
    if (can_open != can_close) return can_open ? Role::open : Role::close;
    if (kOpening.find(c) != std::u16string_view::npos) return Role::open;
    if (kClosing.find(c) != std::u16string_view::npos) return Role::close;
    return open_.empty() ? Role::open : Role::close;
  }

  // Words before each token and the end of each token's line, so that endless
  // unclosed marks cost no more than closed ones.
  void measure() {
    const auto size = static_cast<uint32_t>(tokens_.size());
    words_before_.assign(size + 1, 0);
    line_end_.assign(size, size);
    for (uint32_t i = 0; i < size; ++i) {
      const TokenKind kind = tokens_[i].kind;
      const bool word = kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::latin;
      words_before_[i + 1] = words_before_[i] + (word ? 1 : 0);
    }
    for (uint32_t i = size; i-- > 1;) line_end_[i - 1] = tokens_[i].line_start ? i : line_end_[i];
  }
  [[nodiscard]] uint32_t count_words(uint32_t begin, uint32_t end) const {
    return words_before_[end] - words_before_[begin];
  }

  void close(uint32_t i) {
    const OpenMark mark = open_.back();
    const bool too_far = i - mark.token > kLongest || line_ - mark.line > kMostLines;
    if (too_far || (mark.has_long_inner && line_ != mark.line)) {
      give_up_last();
      return;
    }
    open_.pop_back();
    const uint32_t words = count_words(mark.token + 1, i);
    if (words >= kLongInner && !open_.empty()) open_.back().has_long_inner = true;
    found_.push_back({mark.token, i, words, true});
  }

  // An opening mark that nothing closes holds as far as its line.
  void add_unclosed(const OpenMark& mark) {
    const uint32_t end = std::min(line_end_[mark.token], mark.token + kLongest);
    found_.push_back({mark.token, end, count_words(mark.token + 1, end), false});
  }
  void give_up_first() {
    add_unclosed(open_.front());
    open_.erase(open_.begin());
  }
  void give_up_last() {
    add_unclosed(open_.back());
    open_.pop_back();
  }

  std::vector<Quotation> outermost() {
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) { return a.open < b.open; });
    std::vector<Quotation> out;
    for (const Quotation& q : found_) {
      if (out.empty() || q.open >= out.back().next()) out.push_back(q);
    }
    return out;
  }

  const View& view_;
  const Tokens& tokens_;
  std::vector<OpenMark> open_;
  std::vector<Quotation> found_;
  std::vector<uint32_t> words_before_;
  std::vector<uint32_t> line_end_;
  uint32_t line_ = 0;
};

}  // namespace

bool is_quotation_mark(char16_t c) {
  return c == u'"' || kOpening.find(c) != std::u16string_view::npos || kClosing.find(c) != std::u16string_view::npos;
}

std::vector<Quotation> find_quotations(const View& view, const Tokens& tokens) { return Pairing(view, tokens).run(); }

}  // namespace fihris
