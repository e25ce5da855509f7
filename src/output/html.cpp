#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

constexpr std::string_view kStyle =
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.15rem/2 serif;white-space:pre-wrap}"
    "mark{background:#fff3c4;color:inherit;text-decoration:underline}"
    "mark.PERSON{background:#dbeafe}mark.ORG{background:#ede9fe}mark.GPE,mark.LOC,mark.FAC{background:#dcfce7}"
    "@media print{mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

}  // namespace

std::string to_html(std::string_view file, std::u16string_view source, const Analysis& analysis) {
  std::string out = "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>";
  out += escape_markup(utf8_to_utf16(file).text) + "</title><style>" + std::string(kStyle) + "</style></head><body>";
  uint32_t at = 0;
  for (const Annotation& a : list_annotations(analysis)) {
    if (a.span.begin < at) continue;
    std::string title(a.type);
    if (a.figure) title += " " + describe_value(*a.figure);
    if (a.mention && a.mention->entity < analysis.entities.size())
      title += " " + analysis.entities[a.mention->entity].name;
    out += escape_markup(source.substr(at, a.span.begin - at));
    out += "<mark class=\"" + std::string(a.type) + "\" title=\"" + escape_markup(utf8_to_utf16(title).text) + "\">";
    out += escape_markup(source.substr(a.span.begin, a.span.end - a.span.begin)) + "</mark>";
    at = a.span.end;
  }
  return out + escape_markup(source.substr(at)) + "</body></html>\n";
}

}  // namespace fihris
