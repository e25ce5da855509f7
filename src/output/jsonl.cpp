#include "output/jsonl.h"

#include <nlohmann/json.hpp>

#include "analysis.h"
#include "output/json.h"
#include "text/utf.h"

namespace fihris {
namespace {

using Json = nlohmann::ordered_json;

LineResult failed(const Json& id, const std::string& error) {
  return {Json{{"id", id}, {"error", error}}.dump(-1, ' ', false, Json::error_handler_t::replace), error};
}

}  // namespace

LineResult analyse_line(std::string_view line, const Options& defaults) {
  const Json input = Json::parse(line, nullptr, false);
  if (input.is_discarded()) return failed(nullptr, "not valid JSON in UTF-8");
  if (!input.is_object()) return failed(nullptr, "not a JSON object");
  const Json id = input.contains("id") ? input["id"] : Json(nullptr);
  if (!input.contains("text") || !input["text"].is_string()) return failed(id, "no \"text\" string");
  Options options = defaults;
  if (input.contains("date") && !input["date"].is_null()) {
    if (!input["date"].is_string()) return failed(id, "\"date\" is not a string");
    options.published = parse_iso_day(input["date"].get_ref<const std::string&>());
    if (!options.published) return failed(id, "\"date\" is not an existing day as YYYY-MM-DD");
  }
  const Utf16Text source = utf8_to_utf16(input["text"].get_ref<const std::string&>());
  return {to_json(analyse(source.text, options), id.dump()), ""};
}

}  // namespace fihris
