#include <algorithm>

#include "output/exchange.h"
#include "text/utf.h"

namespace fihris {

std::vector<Annotation> list_annotations(const Analysis& analysis) {
  std::vector<Annotation> out;
  for (const Mention& m : analysis.mentions)
    out.push_back({m.span, kEntityTypeNames[static_cast<size_t>(m.type)], &m, nullptr});
  for (const Figure& f : analysis.figures)
    out.push_back({f.span, kFigureTypeNames[static_cast<size_t>(f.type)], nullptr, &f});
  std::stable_sort(out.begin(), out.end(),
                   [](const Annotation& a, const Annotation& b) { return a.span.begin < b.span.begin; });
  return out;
}

std::string escape_markup(std::u16string_view text) {
  std::u16string clean(text);
  for (char16_t& c : clean) {
    const bool control = c < 0x20 && c != u'\n' && c != u'\t';
    if (control || c == 0xFFFE || c == 0xFFFF) c = 0xFFFD;
  }
  std::string out;
  for (const char c : utf16_to_utf8(clean)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace fihris
