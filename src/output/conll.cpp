#include "output/exchange.h"
#include "text/tokens.h"
#include "text/utf.h"

namespace fihris {
namespace {

struct Row {
  Span span;
  size_t sentence;
};

bool is_blank(std::u16string_view text) { return text.find_first_not_of(u" \t\n\r") == std::u16string_view::npos; }

// Tokens, cut where an annotation begins or ends inside one (a proclitic).
std::vector<Row> cut_rows(const View& view, const Tokens& tokens, const std::vector<Annotation>& annotations) {
  std::vector<Row> rows;
  size_t a = 0;
  for (const Token& token : tokens.list) {
    Span rest = view.to_source(token.span);
    while (a < annotations.size() && annotations[a].span.end <= rest.begin) ++a;
    for (size_t i = a; i < annotations.size() && annotations[i].span.begin < rest.end; ++i) {
      for (const uint32_t cut : {annotations[i].span.begin, annotations[i].span.end}) {
        if (cut <= rest.begin || cut >= rest.end) continue;
        rows.push_back({{rest.begin, cut}, token.sentence});
        rest.begin = cut;
      }
    }
    rows.push_back({rest, token.sentence});
  }
  return rows;
}

}  // namespace

std::string to_conll(std::u16string_view source, const Analysis& analysis) {
  const View view = make_view(source);
  const Tokens tokens = find_tokens(view);
  const std::vector<Annotation> annotations = list_annotations(analysis);
  std::string out;
  size_t a = 0;
  size_t sentence = 0;
  for (const Row& row : cut_rows(view, tokens, annotations)) {
    const std::u16string_view surface = source.substr(row.span.begin, row.span.end - row.span.begin);
    if (is_blank(surface)) continue;
    if (row.sentence != sentence && !out.empty()) out += "\n";
    sentence = row.sentence;
    while (a < annotations.size() && annotations[a].span.end <= row.span.begin) ++a;
    std::string tag = "O";
    if (a < annotations.size() && annotations[a].span.begin < row.span.end)
      tag = (annotations[a].span.begin >= row.span.begin ? "B-" : "I-") + std::string(annotations[a].type);
    out += utf16_to_utf8(surface) + "\t" + tag + "\n";
  }
  return out + "\n";
}

}  // namespace fihris
