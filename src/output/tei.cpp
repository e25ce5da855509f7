#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

struct Element {
  std::string name;
  std::string attributes;
};

std::string attribute(const char* name, const std::string& value) {
  return value.empty() ? "" : std::string(" ") + name + "=\"" + value + "\"";
}

Element figure_element(const Figure& f) {
  const std::string value = f.value ? format_number(*f.value) : "";
  const std::string bounds = attribute("atLeast", f.low ? format_number(*f.low) : "") +
                             attribute("atMost", f.high ? format_number(*f.high) : "");
  switch (f.type) {
    case FigureType::date:
      return {"date", attribute("when-custom", f.timex) + attribute("from-iso", f.from)};
    case FigureType::time:
      return {"time", attribute("when-custom", f.timex)};
    case FigureType::duration:
      return {"date", " type=\"duration\"" + attribute("dur-iso", f.timex)};
    case FigureType::cardinal:
    case FigureType::ordinal:
    case FigureType::ratio:
      return {"num", attribute("type", f.type == FigureType::ordinal ? "ordinal" : "cardinal") +
                         attribute("value", value) + bounds};
    default:
      return {"measure", attribute("type", std::string(kFigureTypeNames[static_cast<size_t>(f.type)])) +
                             attribute("quantity", value) + bounds + attribute("unit", f.unit)};
  }
}

Element mention_element(const Mention& m) {
  const std::string ref = attribute("corresp", "#e" + std::to_string(m.entity));
  switch (m.type) {
    case EntityType::person:
      return {"persName", ref};
    case EntityType::org:
      return {"orgName", ref};
    case EntityType::gpe:
    case EntityType::loc:
      return {"placeName", ref};
    case EntityType::occ:
      return {"roleName", ref};
    default:
      return {"rs", attribute("type", std::string(kEntityTypeNames[static_cast<size_t>(m.type)])) + ref};
  }
}

std::string block_text(std::u16string_view source, Span block, const std::vector<Annotation>& annotations) {
  std::string out;
  uint32_t at = block.begin;
  for (const Annotation& a : annotations) {
    if (a.span.begin < at || a.span.end > block.end) continue;
    const Element element = a.mention ? mention_element(*a.mention) : figure_element(*a.figure);
    out += escape_markup(source.substr(at, a.span.begin - at));
    out += "<" + element.name + element.attributes + ">";
    out += escape_markup(source.substr(a.span.begin, a.span.end - a.span.begin)) + "</" + element.name + ">";
    at = a.span.end;
  }
  return out + escape_markup(source.substr(at, block.end - at));
}

}  // namespace

std::string to_tei(std::string_view file, std::u16string_view source, const Analysis& analysis) {
  const std::vector<Annotation> annotations = list_annotations(analysis);
  const std::string title = escape_markup(utf8_to_utf16(file).text);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
  out += "<teiHeader><fileDesc><titleStmt><title>" + title + "</title></titleStmt>";
  out += "<publicationStmt><p>Marked by Fihris</p></publicationStmt><sourceDesc><p>" + title +
         "</p></sourceDesc></fileDesc></teiHeader>\n<text xml:lang=\"ar\"><body>\n";
  for (const Block& b : analysis.blocks) {
    const std::string text = block_text(source, b.span, annotations);
    out += b.kind == BlockKind::noise     ? "<ab type=\"noise\">" + text + "</ab>\n"
           : b.kind == BlockKind::heading ? "<ab type=\"heading\">" + text + "</ab>\n"
                                          : "<p>" + text + "</p>\n";
  }
  out += "</body></text>\n<standOff><list type=\"entities\">\n";
  for (size_t i = 0; i < analysis.entities.size(); ++i) {
    const Entity& e = analysis.entities[i];
    out += "<item xml:id=\"e" + std::to_string(i) + "\" type=\"" +
           std::string(kEntityTypeNames[static_cast<size_t>(e.type)]) + "\">" +
           escape_markup(utf8_to_utf16(e.name).text) + "</item>\n";
  }
  return out + "</list></standOff>\n</TEI>\n";
}

}  // namespace fihris
