#include <nlohmann/json.hpp>

#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

using Json = nlohmann::ordered_json;

Json body(const Annotation& a, const Analysis& analysis) {
  Json out = {{"type", "TextualBody"}, {"purpose", "classifying"}, {"value", a.type}};
  Json bodies = Json::array({out});
  const auto add = [&bodies](const char* purpose, const std::string& value) {
    if (!value.empty()) bodies.push_back(Json{{"type", "TextualBody"}, {"purpose", purpose}, {"value", value}});
  };
  if (a.figure) add("describing", describe_value(*a.figure));
  if (a.mention && a.mention->entity < analysis.entities.size())
    add("identifying", analysis.entities[a.mention->entity].name);
  return bodies;
}

}  // namespace

std::string to_webanno(std::string_view file, std::u16string_view source, const Analysis& analysis) {
  constexpr uint32_t kContext = 32;  // units of prefix and suffix, enough to find a quote again
  const auto piece = [source](uint32_t begin, uint32_t end) {
    return utf16_to_utf8(source.substr(begin, end - begin));
  };
  Json items = Json::array();
  for (const Annotation& a : list_annotations(analysis)) {
    const uint32_t before = a.span.begin > kContext ? a.span.begin - kContext : 0;
    const uint32_t after = std::min(a.span.end + kContext, analysis.length);
    const Json position = {{"type", "TextPositionSelector"}, {"start", a.span.begin}, {"end", a.span.end}};
    const Json quote = {{"type", "TextQuoteSelector"},
                        {"exact", piece(a.span.begin, a.span.end)},
                        {"prefix", piece(before, a.span.begin)},
                        {"suffix", piece(a.span.end, after)}};
    items.push_back(Json{{"id", "#a" + std::to_string(items.size())},
                         {"type", "Annotation"},
                         {"body", body(a, analysis)},
                         {"target", {{"source", file}, {"selector", Json::array({position, quote})}}}});
  }
  const Json page = {{"@context", "http://www.w3.org/ns/anno.jsonld"}, {"type", "AnnotationPage"}, {"items", items}};
  return page.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fihris
