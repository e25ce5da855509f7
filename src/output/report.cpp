#include "output/report.h"

#include <algorithm>

#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kFigureColour = "\x1b[4;33m";
constexpr std::string_view kDim = "\x1b[2m";

// Colours by type, in the order of EntityType.
constexpr std::array<std::string_view, kEntityTypeCount> kNameColours = {
    "\x1b[1;36m", "\x1b[1;35m", "\x1b[1;32m", "\x1b[32m", "\x1b[32m", "\x1b[34m", "\x1b[35m",
    "\x1b[31m",   "\x1b[31m",   "\x1b[31m",   "\x1b[34m", "\x1b[36m", "\x1b[4m"};

struct Mark {
  Span span;
  std::string_view colour;
};

std::string surface(std::u16string_view source, Span span) {
  std::string text = utf16_to_utf8(source.substr(span.begin, span.end - span.begin));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string coloured_article(const Analysis& analysis, std::u16string_view source) {
  std::vector<Mark> marks;
  for (const Mention& m : analysis.mentions) marks.push_back({m.span, kNameColours[static_cast<size_t>(m.type)]});
  for (const Figure& f : analysis.figures) marks.push_back({f.span, kFigureColour});
  for (const Block& b : analysis.blocks)
    if (b.kind == BlockKind::noise) marks.push_back({b.span, kDim});
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  std::string out;
  uint32_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.span.begin < at) continue;  // a name inside noise: the noise is dimmed as a whole
    out += utf16_to_utf8(source.substr(at, mark.span.begin - at));
    out += mark.colour;
    out += utf16_to_utf8(source.substr(mark.span.begin, mark.span.end - mark.span.begin));
    out += kReset;
    at = mark.span.end;
  }
  return out + utf16_to_utf8(source.substr(at)) + "\n";
}

void pad(std::string& line, size_t width) { line.append(line.size() < width ? width - line.size() : 1, ' '); }

std::string entity_line(const Entity& e) {
  std::string line(kEntityTypeNames[static_cast<size_t>(e.type)]);
  pad(line, 10);
  line += "x" + std::to_string(e.mentions.size());
  pad(line, 15);
  line += e.country;
  pad(line, 18);
  line += e.latin;
  pad(line, 44);
  return line + e.name + "\n";
}

}  // namespace

std::string to_report(const Analysis& analysis, std::u16string_view source, bool colour) {
  std::string out;
  if (colour) out += coloured_article(analysis, source) + "\n";
  for (const Entity& e : analysis.entities) out += entity_line(e);
  for (const Figure& f : analysis.figures) {
    std::string line(kFigureTypeNames[static_cast<size_t>(f.type)]);
    pad(line, 10);
    line += describe_value(f);
    pad(line, 44);
    out += line + surface(source, f.span) + "\n";
  }
  for (const Warning& w : analysis.warnings) {
    std::string line = "warning   " + w.code;
    pad(line, 44);
    out += line + w.message + "\n";
  }
  return out;
}

}  // namespace fihris
