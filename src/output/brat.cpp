#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

bool is_trail(char16_t c) { return c >= 0xDC00 && c <= 0xDFFF; }
bool is_lead(char16_t c) { return c >= 0xD800 && c <= 0xDBFF; }

// brat counts code points: UTF-16 offset -> code point offset.
std::vector<uint32_t> code_points(std::u16string_view source) {
  std::vector<uint32_t> out(source.size() + 1);
  uint32_t count = 0;
  for (size_t i = 0; i < source.size(); ++i) {
    out[i] = count;
    const bool first_of_pair = is_lead(source[i]) && i + 1 < source.size() && is_trail(source[i + 1]);
    if (!first_of_pair) ++count;
  }
  out[source.size()] = count;
  return out;
}

// A brat text span may not cross a line: fragments are joined by a semicolon.
std::string fragments(std::u16string_view source, Span span, const std::vector<uint32_t>& points) {
  std::string out;
  uint32_t begin = span.begin;
  const auto add = [&](uint32_t end) {
    if (end > begin)
      out += (out.empty() ? "" : ";") + std::to_string(points[begin]) + " " + std::to_string(points[end]);
    begin = end + 1;
  };
  for (uint32_t i = span.begin; i < span.end; ++i)
    if (source[i] == u'\n') add(i);
  add(span.end);
  return out;
}

}  // namespace

std::string to_brat(std::u16string_view source, const Analysis& analysis) {
  const std::vector<uint32_t> points = code_points(source);
  std::string out;
  size_t id = 0;
  for (const Annotation& a : list_annotations(analysis)) {
    const std::string number = std::to_string(++id);
    std::string surface = utf16_to_utf8(source.substr(a.span.begin, a.span.end - a.span.begin));
    for (char& c : surface)
      if (c == '\n' || c == '\t') c = ' ';
    out += "T" + number + "\t" + std::string(a.type) + " " + fragments(source, a.span, points) + "\t" + surface + "\n";
    if (!a.figure) continue;
    const std::string value = describe_value(*a.figure);
    if (!value.empty()) out += "#" + number + "\tAnnotatorNotes T" + number + "\t" + value + "\n";
  }
  return out;
}

}  // namespace fihris
