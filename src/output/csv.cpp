#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris {
namespace {

std::string quoted(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string number_cell(const std::optional<double>& value) { return value ? format_number(*value) : ""; }

}  // namespace

std::string csv_header() {
  return "file,start,end,type,value,low,high,hedge,unit,per,timex,entity,confidence,surface\r\n";
}

std::string to_csv(std::string_view file, std::u16string_view source, const Analysis& analysis) {
  std::string out;
  for (const Annotation& a : list_annotations(analysis)) {
    const Figure none;
    const Figure& f = a.figure ? *a.figure : none;
    std::string entity;
    if (a.mention && a.mention->entity < analysis.entities.size()) entity = analysis.entities[a.mention->entity].name;
    char confidence[16] = "";
    if (a.mention) std::snprintf(confidence, sizeof confidence, "%.3f", static_cast<double>(a.mention->confidence));
    const std::string cells[] = {std::string(file),
                                 std::to_string(a.span.begin),
                                 std::to_string(a.span.end),
                                 std::string(a.type),
                                 number_cell(f.value),
                                 number_cell(f.low),
                                 number_cell(f.high),
                                 std::string(kHedgeNames[static_cast<size_t>(f.hedge)]),
                                 f.unit,
                                 f.per,
                                 f.timex,
                                 entity,
                                 confidence,
                                 utf16_to_utf8(source.substr(a.span.begin, a.span.end - a.span.begin))};
    std::string row;
    for (const std::string& cell : cells) row += (&cell == cells ? "" : ",") + quoted(cell);
    out += row + "\r\n";
  }
  return out;
}

}  // namespace fihris
