// UTF-8 <-> UTF-16 at the engine's borders (files, JSON, terminal). Inside the
// engine everything is UTF-16, the unit of the result's offsets. Nothing is
// repaired silently: bad UTF-8 is reported with its byte offset.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fihris {

struct Utf16Text {
  std::u16string text;
  std::optional<size_t> bad_byte;  // offset of the first byte that is not UTF-8; text ends before it
};

[[nodiscard]] Utf16Text utf8_to_utf16(std::string_view bytes);

// Lone surrogates become U+FFFD, since UTF-8 has no place for them.
[[nodiscard]] std::string utf16_to_utf8(std::u16string_view text);

}  // namespace fihris
