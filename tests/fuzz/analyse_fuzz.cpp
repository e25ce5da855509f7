// Any bytes in; the relations of tests/relations.h must hold and the same text
// must give the same JSON. Inputs are UTF-8 up to their first bad byte, so that
// gold files serve as seeds as they are; behind a NUL they are raw UTF-16 units,
// so that lone surrogates come up too.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "analysis.h"
#include "output/json.h"
#include "relations.h"
#include "text/utf.h"

namespace {

std::u16string read_input(const uint8_t* data, size_t size) {
  if (size > 0 && data[0] == 0) {
    std::u16string units((size - 1) / 2, u'\0');
    if (!units.empty()) std::memcpy(units.data(), data + 1, units.size() * 2);
    return units;
  }
  return fihris::utf8_to_utf16(std::string_view(reinterpret_cast<const char*>(data), size)).text;
}

void require(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::u16string source = read_input(data, size);
  const fihris::Options options{.published = fihris::Day{2025, 2, 26}};
  const fihris::Analysis found = fihris::analyse(source, options);
  require(fihris::find_broken_relation(source, found));
  const bool same = fihris::to_json(found) == fihris::to_json(fihris::analyse(source, options));
  require(same ? "" : "the same text gave two results");
  return 0;
}
