// Leftovers of Markdown that a copy brought along: asterisks of emphasis,
// heading signs, link targets, rules. A single asterisk or dash is no leftover.
#include "text/noise.h"

namespace fihris {
namespace {

class Leftovers {
 public:
  Leftovers(const View& view, const Tokens& tokens, TokenRange line, std::vector<TokenRange>& noise)
      : view_(view), tokens_(tokens), line_(line), noise_(noise) {}

  void run() {
    if (is_rule()) {
      noise_.push_back(line_);
      return;
    }
    size_t i = line_.first;
    const size_t signs = run_end(i, u'#');
    if (signs > i && signs < line_.last && tokens_[signs].space_before) {
      noise_.push_back({i, signs});
      i = signs;
    }
    while (i < line_.last) i = take(i);
  }

 private:
  [[nodiscard]] char16_t first(size_t i) const {
    return i < line_.last && tokens_[i].kind != TokenKind::latin ? view_.folded[tokens_[i].span.begin] : u'\0';
  }
  // The end of a run of one glued mark.
  [[nodiscard]] size_t run_end(size_t i, char16_t mark) const {
    while (first(i) == mark &&
           (i == line_.first || tokens_[i].line_start || !tokens_[i].space_before || first(i - 1) != mark)) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool is_rule() const {
    const char16_t mark = first(line_.first);
    if (line_.last - line_.first < 3) return false;
    if (mark != u'-' && mark != u'*' && mark != u'_' && mark != u'=' && mark != u'~' && mark != u'\u2013') return false;
    for (size_t i = line_.first; i < line_.last; ++i) {
      if (first(i) != mark) return false;
    }
    return true;
  }

  size_t take(size_t i) {
    for (const char16_t mark : {u'*', u'_', u'`', u'~'}) {
      const size_t end = run_end(i, mark);
      if (end < i + 2) continue;
      // Longer runs are stars of a critic or a line to fill in; a run inside a
      // word ("a__b") is its own.
      const bool inside = i > line_.first && !tokens_[i].space_before && end < line_.last && !tokens_[end].space_before;
      if (end <= i + 3 && !(inside && mark == u'_')) noise_.push_back({i, end});
      return end;
    }
    if (first(i) == u'[') return take_link(i);
    return i + 1;
  }

  // [text](address): the bracket, and everything from its closing one on.
  size_t take_link(size_t open) {
    size_t close = open + 1;
    while (close < line_.last && first(close) != u']' && first(close) != u'[') ++close;
    if (first(close) != u']' || first(close + 1) != u'(' || tokens_[close + 1].space_before) return open + 1;
    size_t end = close + 2;
    while (end < line_.last && first(end) != u')' && !tokens_[end].space_before) ++end;
    if (first(end) != u')' || end > close + 4) return open + 1;
    const bool image = open > line_.first && first(open - 1) == u'!' && !tokens_[open].space_before;
    noise_.push_back({image ? open - 1 : open, open + 1});
    noise_.push_back({close, end + 1});
    return end + 1;
  }

  const View& view_;
  const Tokens& tokens_;
  TokenRange line_;
  std::vector<TokenRange>& noise_;
};

}  // namespace

void append_markdown(const View& view, const Tokens& tokens, TokenRange line, std::vector<TokenRange>& noise) {
  Leftovers(view, tokens, line, noise).run();
}

}  // namespace fihris
