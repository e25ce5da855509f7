// Latin runs: names with inner hyphens, dots and digits, and whole addresses
// of the web.
#include "text/characters.h"
#include "text/token_scan.h"

namespace fihris {
namespace {

struct Run {
  std::u16string_view text;

  [[nodiscard]] CharKind kind(uint32_t at) const {
    return at < text.size() ? classify_character(text, at).kind : CharKind::newline;
  }
  [[nodiscard]] bool is_alnum(uint32_t at) const {
    const CharKind found = kind(at);
    return found == CharKind::letter || (found == CharKind::digit && is_ascii_digit(text[at]));
  }
  [[nodiscard]] char16_t at(uint32_t place) const { return place < text.size() ? text[place] : u'\0'; }
  [[nodiscard]] bool starts_with(uint32_t place, std::u16string_view prefix) const {
    return text.substr(place, prefix.size()) == prefix;
  }

  // Letters and digits from `at` on.
  [[nodiscard]] uint32_t skip_alnum(uint32_t at) const {
    while (at < text.size() && is_alnum(at)) at += classify_character(text, at).length;
    return at;
  }

  // An address runs to white space, Arabic or a quotation mark; the sentence's
  // own marks at its end are not part of it.
  [[nodiscard]] uint32_t skip_address(uint32_t at) const {
    while (at < text.size()) {
      const CharInfo info = classify_character(text, at);
      const char16_t c = text[at];
      if (info.kind == CharKind::space || info.kind == CharKind::newline || info.kind == CharKind::arabic) break;
      if (c == u'"' || c == u'<' || c == u'>' || c == kArabicComma || is_closing_mark(c) || is_opening_mark(c)) break;
      at += info.length;
    }
    while (at > 0 && std::u16string_view(u".,:;!?*'\u061F\u061B-").find(text[at - 1]) != std::u16string_view::npos)
      --at;
    return at;
  }
};

bool is_inner_connector(char16_t c) {
  return c == u'-' || c == u'.' || c == u'\'' || c == u'\u2019' || c == u'&' || c == u'+' || c == u'_';
}

// "Project's": the name ends before the apostrophe.
bool is_possessive(const Run& run, uint32_t begin, uint32_t end) {
  return end >= begin + 4 && run.at(end - 1) == u's' && (run.at(end - 2) == u'\'' || run.at(end - 2) == u'\u2019');
}

}  // namespace

uint32_t find_latin_end(const View& view, uint32_t at) {
  const Run run{view.folded};
  if (run.starts_with(at, u"http://") || run.starts_with(at, u"https://") || run.starts_with(at, u"www.")) {
    return run.skip_address(at);
  }
  uint32_t end = run.skip_alnum(at + (run.at(at) == u'@' ? 1U : 0U));
  bool dotted = false;
  while (is_inner_connector(run.at(end)) && run.is_alnum(end + 1)) {
    dotted = dotted || run.at(end) == u'.';
    end = run.skip_alnum(end + 1);
  }
  if (is_possessive(run, at, end)) end -= 2;
  if (run.at(at) != u'@' && run.at(end) == u'@' && run.is_alnum(end + 1)) return run.skip_address(end + 1);
  if (dotted && run.at(end) == u'/' && run.is_alnum(end + 1)) return run.skip_address(end + 1);
  uint32_t plus = end;
  while (run.at(plus) == u'+') ++plus;
  return plus <= end + 2 && !run.is_alnum(plus) ? plus : end;  // C++, Disney+
}

}  // namespace fihris
