#include "text/tokens.h"

#include "text/characters.h"
#include "text/digit_groups.h"
#include "text/token_scan.h"

namespace fihris {
namespace {

// Walks the folded text once; each kind of token has its reader.
class Tokenizer {
 public:
  explicit Tokenizer(const View& view) : view_(view), text_(view.folded), numbers_(view) {
    tokens_.list.reserve(text_.size() / 5 + 8);
    tokens_.all_readings.reserve(text_.size() / 3 + 8);
  }

  Tokens run() {
    uint32_t at = 0;
    while (at < text_.size()) {
      const CharInfo info = classify_character(text_, at);
      if (info.kind == CharKind::space || info.kind == CharKind::newline) {
        space_ = true;
        line_ = line_ || info.kind == CharKind::newline;
        ++at;
        continue;
      }
      const size_t before = tokens_.size();
      at = take_token(at, info);
      tokens_.list[before].space_before = space_;
      tokens_.list[before].line_start = line_;
      space_ = line_ = false;
    }
    find_sentences(view_, tokens_);
    return std::move(tokens_);
  }

 private:
  uint32_t take_token(uint32_t at, CharInfo info) {
    switch (info.kind) {
      case CharKind::arabic:
        return take_word(at);
      case CharKind::digit:
        return is_latin_with_digits_first(at) ? take_latin(at) : numbers_.append_number(at, tokens_.list);
      case CharKind::letter:
        return take_latin(at);
      default:
        break;
    }
    if (text_[at] == u'@' && is_kind(at + 1, CharKind::letter)) return take_latin(at);
    const TokenKind kind = info.kind == CharKind::punctuation ? TokenKind::punctuation : TokenKind::symbol;
    tokens_.list.push_back({.span = {at, at + info.length}, .kind = kind});
    return at + info.length;
  }

  [[nodiscard]] bool is_kind(uint32_t at, CharKind kind) const {
    return at < text_.size() && classify_character(text_, at).kind == kind;
  }

  uint32_t take_word(uint32_t at) {
    uint32_t end = at;
    while (is_kind(end, CharKind::arabic)) ++end;
    Token token{.span = {at, end}, .kind = TokenKind::word};
    token.reading_begin = static_cast<uint32_t>(tokens_.all_readings.size());
    const bool glued = is_kind(end, CharKind::digit) || is_kind(end, CharKind::letter);
    append_readings(view_, token.span, glued, tokens_.all_readings);
    token.reading_count = static_cast<uint16_t>(tokens_.all_readings.size() - token.reading_begin);
    tokens_.list.push_back(token);
    return end;
  }

  uint32_t take_latin(uint32_t at) {
    uint32_t end = find_latin_end(view_, at);
    if (end <= at) end = at + classify_character(text_, at).length;
    tokens_.list.push_back({.span = {at, end}, .kind = TokenKind::latin});
    return end;
  }

  // "5G", "4K", "2A4" are names; "10km" is a number and its unit.
  [[nodiscard]] bool is_latin_with_digits_first(uint32_t at) const {
    uint32_t end = at;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    if (end == at || !is_kind(end, CharKind::letter)) return false;
    uint32_t letters = end;
    while (is_kind(letters, CharKind::letter)) letters += classify_character(text_, letters).length;
    if (letters < text_.size() && is_ascii_digit(text_[letters])) return true;
    const char16_t unit = view_.letters[end];
    const bool capital = unit >= u'A' && unit <= u'Z' && unit != u'C' && unit != u'F';
    return letters == end + 1 && end - at <= 2 && capital;
  }

  const View& view_;
  std::u16string_view text_;
  NumberReader numbers_;
  Tokens tokens_;
  bool space_ = true;
  bool line_ = true;
};

}  // namespace

Tokens find_tokens(const View& view) { return Tokenizer(view).run(); }

}  // namespace fihris
