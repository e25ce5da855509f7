// Site furniture: advert markers, comment counters, bylines of agencies,
// read-also lines, share buttons. The phrases are src/data/text/boilerplate.tsv;
// where each kind may stand is decided here.
#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/noise.h"

namespace fihris {
namespace {

enum class PhraseKind : uint8_t { agency, counter, cue, lead, line, source, tail };

struct Phrase {
  PhraseKind kind;
  std::u16string_view text;
};

constexpr Phrase kPhrases[] = {
#include "text/boilerplate.inc"
};

constexpr size_t kLongestPhrase = 8;  // tokens
constexpr size_t kLongestLead = 40;   // a furniture line is no paragraph
constexpr size_t kLongestByline = 12;
constexpr size_t kDatelineTokens = 10;  // "Cairo (Reuters) -" stands this near the line's start

bool holds(PhraseKind kind, std::u16string_view text) {
  const auto less = [](const Phrase& a, const Phrase& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.text < b.text;
  };
  return std::binary_search(std::begin(kPhrases), std::end(kPhrases), Phrase{kind, text}, less);
}

class Line {
 public:
  Line(const View& view, const Tokens& tokens, TokenRange range, std::vector<TokenRange>& noise)
      : view_(view), tokens_(tokens), range_(range), noise_(noise) {}

  void run() {
    if (is_furniture()) {
      noise_.push_back(range_);
      return;
    }
    find_dateline();
    find_tail();
  }

 private:
  [[nodiscard]] bool is_mark(size_t i) const {
    const TokenKind kind = tokens_[i].kind;
    return kind == TokenKind::punctuation || kind == TokenKind::symbol;
  }
  [[nodiscard]] char16_t first(size_t i) const { return view_.folded[tokens_[i].span.begin]; }
  [[nodiscard]] bool is_dash(size_t i) const {
    const char16_t c = first(i);
    return c == u'-' || c == u'\u2013' || c == u'\u2014' || c == u'/' || c == u'|';
  }
  [[nodiscard]] size_t skip_marks(size_t i, size_t end) const {
    while (i < end && is_mark(i)) ++i;
    return i;
  }

  // The end of the longest phrase of a kind at token i, or i.
  [[nodiscard]] size_t match(PhraseKind kind, size_t i, size_t end) const {
    std::u16string text;
    size_t found = i;
    size_t words = 0;
    for (size_t k = i; k < end && words < kLongestPhrase; ++k) {
      const bool inner_mark = is_mark(k) && first(k) == u'.' && k > i && !tokens_[k].space_before;
      if (is_mark(k) && !inner_mark) break;
      if (inner_mark) continue;
      if (words++ > 0) text += u' ';
      text += view_.text(tokens_[k].span);
      if (holds(kind, text)) found = k + 1;
    }
    return found;
  }

  // Several phrases of the kind with marks between them, up to `end`.
  [[nodiscard]] bool is_all(PhraseKind kind, size_t i, size_t end) const {
    size_t found = 0;
    for (i = skip_marks(i, end); i < end; i = skip_marks(i, end)) {
      const size_t next = match(kind, i, end);
      if (next == i) return false;
      i = next;
      ++found;
    }
    return found > 0;
  }

  [[nodiscard]] bool is_counter(size_t i, size_t end) const {
    i = skip_marks(i, end);
    const bool number_first = i < end && tokens_[i].kind == TokenKind::number;
    if (number_first) i = skip_marks(i + 1, end);
    if (i >= end) return false;
    const size_t next = match(PhraseKind::counter, i, end);
    if (next == i) return false;
    i = skip_marks(next, end);
    if (number_first) return i == end;
    return i < end && tokens_[i].kind == TokenKind::number && skip_marks(i + 1, end) == end;
  }

  // "Source: Al Jazeera + agencies" and nothing else up to `end`.
  [[nodiscard]] bool is_source(size_t i, size_t end) const {
    i = skip_marks(i, end);
    const size_t next = match(PhraseKind::source, i, end);
    if (next == i || next >= end || (first(next) != u':' && first(next) != u'/')) return false;
    return end - next <= kLongestByline && is_all(PhraseKind::agency, next + 1, end);
  }

  [[nodiscard]] bool is_furniture() const {
    const size_t end = range_.last;
    const size_t begin = skip_marks(range_.first, end);
    if (begin == end) return false;
    if (is_all(PhraseKind::line, begin, end) || is_counter(begin, end) || is_source(begin, end)) return true;
    if (end - begin <= kLongestByline && begin > range_.first && is_all(PhraseKind::agency, begin, end)) return true;
    if (end - begin > kLongestLead || reads_on(begin)) return false;
    const size_t after_cue = match(PhraseKind::cue, begin, end);
    if (after_cue > begin && (after_cue == end || is_mark(after_cue))) return true;
    return match(PhraseKind::lead, begin, end) > begin;
  }

  // A sentence that only begins like furniture: it stops and another follows.
  [[nodiscard]] bool reads_on(size_t begin) const {
    return tokens_[begin].sentence + 1 < tokens_[range_.last - 1].sentence;
  }

  // "Cairo (Reuters) - ": the bracketed agency before a dash.
  void find_dateline() {
    const size_t end = std::min(range_.last, range_.first + kDatelineTokens);
    for (size_t i = range_.first; i + 2 < end; ++i) {
      if (first(i) != u'(' && first(i) != u'/') continue;
      const size_t close = match(PhraseKind::agency, i + 1, end);
      if (close == i + 1 || close >= end || (first(close) != u')' && first(close) != u'/')) continue;
      const bool dash = close + 1 < range_.last && (is_dash(close + 1) || first(close + 1) == u':');
      if (dash) noise_.push_back({i, close + 2});
      return;
    }
  }

  // What stands after the last stop: an advert marker, a byline, a source, a counter.
  void find_tail() {
    const size_t begin = find_tail_begin();
    if (begin >= range_.last || begin == range_.first) return;
    const bool byline = is_mark(begin) && is_all(PhraseKind::agency, begin, range_.last);
    if (byline || is_all(PhraseKind::tail, begin, range_.last) || is_source(begin, range_.last) ||
        is_counter(begin, range_.last)) {
      noise_.push_back({begin, range_.last});
    }
  }

  // Where the line's last sentence ends, if little follows.
  [[nodiscard]] size_t find_tail_begin() const {
    size_t i = range_.last;
    while (i > range_.first && is_mark(i - 1)) --i;  // marks that close the line
    const size_t lowest = range_.last - std::min(range_.last - range_.first, kLongestByline);
    while (i > lowest) {
      --i;
      const char16_t c = first(i);
      const bool stop = tokens_[i].kind == TokenKind::punctuation &&
                        (c == u'.' || c == u'!' || c == u'?' || c == kArabicQuestion || c == u'"' || c == kEllipsis ||
                         (is_closing_mark(c) && c != u')'));
      const bool abbreviates = c == u'.' && i + 1 < range_.last && tokens_[i].sentence == tokens_[i + 1].sentence;
      if (stop && !abbreviates) return i + 1;
    }
    return range_.last;
  }

  const View& view_;
  const Tokens& tokens_;
  TokenRange range_;
  std::vector<TokenRange>& noise_;
};

}  // namespace

void append_boilerplate(const View& view, const Tokens& tokens, TokenRange line, std::vector<TokenRange>& noise) {
  Line(view, tokens, line, noise).run();
}

}  // namespace fihris
