#include "text/utf.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace fihris {

Utf16Text utf8_to_utf16(std::string_view bytes) {
  Utf16Text out;
  out.text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const size_t length = bytes.size();
  for (size_t i = 0; i < length;) {
    const size_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c < 0) {
      out.bad_byte = start;
      return out;
    }
    if (U_IS_BMP(c)) {
      out.text.push_back(static_cast<char16_t>(c));
    } else {
      out.text.push_back(static_cast<char16_t>(U16_LEAD(c)));
      out.text.push_back(static_cast<char16_t>(U16_TRAIL(c)));
    }
  }
  return out;
}

std::string utf16_to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  const size_t length = text.size();
  for (size_t i = 0; i < length;) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, length, c);
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    uint8_t bytes[U8_MAX_LENGTH];
    size_t n = 0;
    U8_APPEND_UNSAFE(bytes, n, c);
    out.append(reinterpret_cast<const char*>(bytes), n);
  }
  return out;
}

}  // namespace fihris
