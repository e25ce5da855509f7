// Sentences over a finished token list. A line end closes one unless the line
// was broken in its midst; a stop does unless it is an initial's, an
// abbreviation's or a list number's, and closing marks glued to it stay with it.
#include <algorithm>
#include <array>
#include <string_view>

#include "text/characters.h"
#include "text/token_scan.h"

namespace fihris {
namespace {

// Latin abbreviations whose dot ends nothing.
constexpr std::array<std::u16string_view, 26> kLatinAbbreviations = {
    u"co", u"corp", u"dr",  u"gen", u"gov", u"inc", u"jr", u"llc", u"lt",  u"ltd", u"mr",   u"mrs",  u"ms",
    u"no", u"prof", u"rep", u"rev", u"sen", u"sr",  u"st", u"vs",  u"etc", u"al",  u"dept", u"univ", u"mt"};

// Last parts of domain names in Arabic letters: net, com, online.
constexpr std::array<std::u16string_view, 3> kDomainEndings = {u"\u0646\u062A", u"\u0643\u0648\u0645",
                                                               u"\u0627\u0648\u0646\u0644\u0627\u064A\u0646"};

// Words that end no sentence, folded: in, from, to, on, about, that, which.
constexpr std::array<std::u16string_view, 8> kNeverLast = {
    u"\u0641\u064A", u"\u0645\u0646", u"\u0627\u0644\u064A",       u"\u0639\u0644\u064A",
    u"\u0639\u0646", u"\u0627\u0646", u"\u0627\u0644\u062A\u064A", u"\u0627\u0644\u0630\u064A"};
constexpr size_t kShortestBroken = 6;  // tokens of a line that may have been broken; "follow us on" is shorter

class SentenceCutter {
 public:
  SentenceCutter(const View& view, Tokens& tokens) : text_(view.folded), view_(view), tokens_(tokens) {}

  void run() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].line_start) {
        if (!is_broken_line(i)) {
          close(i);
          quote_open_ = false;
        }
        line_ = i;
      }
      if (i < first_) continue;  // already taken by the stop before it
      if (first(i) == u'"') quote_open_ = !quote_open_;
      if (first(i) == u'(') bracket_ = i;
      if (!is_stop(i)) continue;
      const size_t end = skip_closers(i + 1);
      if (!ends_in_bracket(i, end)) close(end);
    }
    close(tokens_.size());
  }

 private:
  [[nodiscard]] char16_t first(size_t i) const { return text_[tokens_[i].span.begin]; }
  [[nodiscard]] std::u16string_view word(size_t i) const { return view_.text(tokens_[i].span); }
  [[nodiscard]] bool is_mark(size_t i, char16_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::punctuation && first(i) == mark;
  }
  // Token i exists and stands on the same line right after its neighbour.
  [[nodiscard]] bool is_glued(size_t i) const {
    return i < tokens_.size() && !tokens_[i].space_before && !tokens_[i].line_start;
  }
  [[nodiscard]] bool ends_line(size_t i) const { return i + 1 >= tokens_.size() || tokens_[i + 1].line_start; }

  // The line before ends on a word that needs another, and one follows: "she said in" / "the letter that ...".
  [[nodiscard]] bool is_broken_line(size_t next) const {
    if (next == first_ || next - line_ < kShortestBroken || tokens_[next].kind != TokenKind::word) return false;
    const FoldedSpan gap = {tokens_[next - 1].span.end, tokens_[next].span.begin};
    const std::u16string_view between = view_.text(gap);
    if (std::count(between.begin(), between.end(), u'\n') != 1) return false;
    return std::find(kNeverLast.begin(), kNeverLast.end(), word(next - 1)) != kNeverLast.end();
  }

  void close(size_t end) {
    if (end <= first_) return;
    const auto index = static_cast<uint32_t>(tokens_.sentences.size());
    for (size_t i = first_; i < end; ++i) tokens_.list[i].sentence = index;
    tokens_.sentences.push_back({tokens_[first_].span.begin, tokens_[end - 1].span.end});
    first_ = end;
  }

  // More stops and whatever closes the quotation or bracket around the sentence.
  size_t skip_closers(size_t i) {
    while (is_glued(i)) {
      const char16_t c = first(i);
      if (tokens_[i].kind != TokenKind::punctuation) break;
      const bool straight = (c == u'"' && quote_open_) || (c == u'\'' && ends_line(i)) || c == 0x2033;
      if (!straight && !is_closing_mark(c) && !is_stop_character(c)) break;
      if (c == u'"') quote_open_ = false;
      ++i;
    }
    return i;
  }

  // "came (really!) and went": the stop belongs to the bracket, not to the sentence.
  [[nodiscard]] bool ends_in_bracket(size_t stop, size_t end) const {
    return is_mark(end - 1, u')') && end - 1 > stop && bracket_ > first_ && bracket_ < stop && end < tokens_.size() &&
           !tokens_[end].line_start;
  }

  static bool is_stop_character(char16_t c) {
    return c == u'.' || c == u'!' || c == u'?' || c == kArabicQuestion || c == kEllipsis;
  }

  [[nodiscard]] bool is_stop(size_t i) const {
    if (tokens_[i].kind != TokenKind::punctuation) return false;
    const char16_t c = first(i);
    if (c == u'.') return is_full_stop(i);
    if (c == kEllipsis) return false;
    if (c != u'!' && c != u'?' && c != kArabicQuestion) return false;
    const bool alone_in_brackets = i > 0 && is_mark(i - 1, u'(') && is_mark(i + 1, u')');
    return !alone_in_brackets;
  }

  [[nodiscard]] bool is_full_stop(size_t i) const {
    if (is_mark(i + 1, u'.') || (i > 0 && is_mark(i - 1, u'.') && is_glued(i))) return false;  // dots of omission
    if (i == first_ || !is_glued(i)) {  // a dot on its own stops; ".net" and ".5" do not
      return !is_glued(i + 1) || tokens_[i + 1].kind == TokenKind::word;
    }
    const Token& before = tokens_[i - 1];
    if (before.kind == TokenKind::number) return !is_after_number(i);
    if (before.kind == TokenKind::latin) return !is_latin_abbreviation(i);
    if (before.kind == TokenKind::word) return !is_arabic_abbreviation(i);
    return true;
  }

  // 9.2.2021, "1. " and "1.word" that number a line.
  [[nodiscard]] bool is_after_number(size_t i) const {
    if (is_glued(i + 1) && tokens_[i + 1].kind == TokenKind::number) return true;
    return tokens_[i - 1].line_start && tokens_[i - 1].value < 100;
  }

  [[nodiscard]] bool is_latin_abbreviation(size_t i) const {
    const std::u16string_view name = word(i - 1);
    const bool next_latin =
        i + 1 < tokens_.size() && !tokens_[i + 1].line_start && tokens_[i + 1].kind == TokenKind::latin;
    const bool initial = name.size() == 1 || (name.size() >= 3 && name[name.size() - 2] == u'.');
    if (initial) return next_latin || is_glued(i + 1);
    for (const std::u16string_view abbreviation : kLatinAbbreviations) {
      if (name == abbreviation) return true;
    }
    return is_glued(i + 1) && next_latin;
  }

  // A dot inside a domain ("x.net"), a spelt acronym ("bi.bi.si") or before the
  // initial of a name kept back ("Muhammad.A").
  [[nodiscard]] bool joins_parts(size_t i) const {
    const std::u16string_view before = word(i - 1);
    const std::u16string_view after = word(i + 1);
    if (std::find(kDomainEndings.begin(), kDomainEndings.end(), after) != kDomainEndings.end()) return true;
    const size_t shorter = std::min(before.size(), after.size());
    const size_t longer = std::max(before.size(), after.size());
    return after.size() == 1 || (shorter <= 2 && longer <= 3);
  }

  // One letter with a dot: an initial or a title, unless it measures the number
  // before it ("5 m."); a chain ("G.M.T.") closes a sentence now and then.
  [[nodiscard]] bool is_arabic_abbreviation(size_t i) const {
    if (is_glued(i + 1) && tokens_[i + 1].kind == TokenKind::word && joins_parts(i)) return true;
    if (word(i - 1).size() != 1) return false;
    if (is_glued(i + 1) && tokens_[i + 1].kind == TokenKind::word) return true;
    size_t start = i - 1;
    while (start >= first_ + 2 && is_glued(start) && is_mark(start - 1, u'.') && is_glued(start - 1) &&
           tokens_[start - 2].kind == TokenKind::word && word(start - 2).size() == 1) {
      start -= 2;
    }
    const bool measures = start > first_ && tokens_[start - 1].kind == TokenKind::number;
    if (measures || ends_line(i)) return false;
    // A chain ("G.M.T.") ends the sentence where the next one begins with "and".
    const bool next_joins = tokens_[i + 1].kind == TokenKind::word && (first(i + 1) == kWaw || first(i + 1) == kFa);
    return start == i - 1 || !next_joins;
  }

  std::u16string_view text_;
  const View& view_;
  Tokens& tokens_;
  size_t first_ = 0;         // first token of the open sentence
  size_t line_ = 0;          // first token of the line
  size_t bracket_ = 0;       // the last opening bracket
  bool quote_open_ = false;  // a straight quotation mark is open on this line
};

}  // namespace

void find_sentences(const View& view, Tokens& tokens) { SentenceCutter(view, tokens).run(); }

}  // namespace fihris
