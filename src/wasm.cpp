// The WebAssembly module's whole surface: UTF-16 text in, the JSON result out
// as UTF-8. The caller allocates the text with malloc and frees it; the result
// stays valid until the next call. web/engine.js wraps this for JavaScript.
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis.h"
#include "output/json.h"

namespace {

std::string& result() {
  static std::string text;
  return text;
}

}  // namespace

extern "C" {

// Analyses `length` UTF-16 units. `year` 0: no publication date; days that do
// not exist count as none. Returns the number of bytes at fihris_result().
uint32_t fihris_analyse(const char16_t* text, uint32_t length, int32_t year, int32_t month, int32_t day) {
  fihris::Options options;
  const bool exists = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= fihris::days_in_month(year, month);
  if (exists) options.published = fihris::Day{year, month, day};
  result() = fihris::to_json(fihris::analyse(std::u16string_view(text, length), options));
  return static_cast<uint32_t>(result().size());
}

const char* fihris_result() { return result().data(); }

const char* fihris_version() { return FIHRIS_VERSION; }

}  // extern "C"
