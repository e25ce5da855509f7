#include "output/formats.h"

#include <nlohmann/json.hpp>

#include "output/exchange.h"
#include "output/json.h"
#include "output/report.h"

namespace fihris {
namespace {

constexpr std::array<std::string_view, 9> kNames = {"json",  "text", "jsonl",   "csv", "brat",
                                                    "conll", "tei",  "webanno", "html"};

std::string quoted_name(const std::string& file) {
  return nlohmann::json(file).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::optional<Format> find_format(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Format>(i);
  return std::nullopt;
}

std::string Writer::add(const std::string& file, std::u16string_view source, const Analysis& analysis) {
  const bool first = added_++ == 0;
  switch (format_) {
    case Format::json:
      if (files_ == 1) return to_json(analysis) + "\n";
      return (first ? "[" : ",\n") + to_json(analysis, quoted_name(file));
    case Format::jsonl:
      return to_json(analysis, quoted_name(file)) + "\n";
    case Format::text:
      return (files_ > 1 ? (first ? "" : "\n") + ("== " + file + "\n") : "") + to_report(analysis, source, colour_);
    case Format::csv:
      return (first ? csv_header() : "") + to_csv(file, source, analysis);
    case Format::brat:
      return to_brat(source, analysis);
    case Format::conll:
      return to_conll(source, analysis);
    case Format::tei:
      return to_tei(file, source, analysis);
    case Format::webanno:
      return to_webanno(file, source, analysis);
    case Format::html:
      return to_html(file, source, analysis);
  }
  return "";
}

std::string Writer::finish() const {
  if (format_ != Format::json || files_ == 1) return "";
  return added_ == 0 ? "[]\n" : "]\n";
}

}  // namespace fihris
