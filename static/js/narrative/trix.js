// Trix with only what the stored markup knows: paragraphs, lists, bold words and links.
import { allow } from "./no_style_element.js";
import "../../vendor/trix-2.1.19/trix.umd.min.js";

allow();

const { blockAttributes, textAttributes } = window.Trix.config;
for (const name of ["heading1", "quote", "code"]) delete blockAttributes[name];
for (const name of ["italic", "strike"]) delete textAttributes[name];
blockAttributes.default.tagName = "p";
